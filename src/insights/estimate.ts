import { EXACT_NODE_LIMIT, PIVOT_COUNT } from './algorithms/pivots';
import type { Estimate } from './engine';
import { type Graph, linkCount, nodeCount } from './graph/graph';
import type { CentralityMetric, Question } from './questions';

/** The size of a graph, and what its algorithms work through. */
interface Size {
  nodes: number;
  links: number;
}

// Nanoseconds for each step of an algorithm on one core, as measured by `npm run bench -- graph`; 8 bytes a figure.
const NS = 1e-9;
const FIGURE = 8;

const sweep = ({ nodes, links }: Size): number => nodes + 2 * links;
const sources = ({ nodes }: Size): number => (nodes <= EXACT_NODE_LIMIT ? nodes : PIVOT_COUNT);

// From here on the figures of all nodes do not lie near the processor any more (in a cache of its own, of some 512 KB).
const NEAR_NODES = 65_536;
const FAR = 2.5;

/** Steps from link to link that each look a figure of another node up, which takes longer where there are many. */
const visits = (size: Size): number => sweep(size) * (size.nodes <= NEAR_NODES ? 1 : FAR);

const centralities: Record<CentralityMetric, (size: Size) => number> = {
  DEGREE: ({ nodes }) => 30 * NS * nodes,
  STRENGTH: (size) => 2 * NS * sweep(size),
  BETWEENNESS: (size) => 7 * NS * sources(size) * visits(size),
  CLOSENESS: (size) => 6 * NS * sources(size) * visits(size),
  // Iterations that it takes where the leading eigenvalue stands out; at most five times as many.
  EIGENVECTOR: (size) => 2 * NS * 200 * visits(size),
  PAGERANK: (size) => 2 * NS * 40 * visits(size),
  CORE_NUMBER: (size) => 20 * NS * visits(size),
};

const seconds: { [N in Question['name']]: (size: Size, question: Extract<Question, { name: N }>) => number } = {
  assortativity: (size) => 50 * NS * sweep(size),
  centrality: (size, { metric }) => centralities[metric](size),
  closeness: (size) => 6 * NS * visits(size),
  communities: (size) => 1000 * NS * visits(size),
  facts: (size) => 12 * NS * sweep(size),
  // A quarter of the triangles that so many links can have at most; real graphs have fewer.
  clustering: ({ links }) => 0.25 * NS * links * Math.sqrt(links),
  cutPoints: (size) => 15 * NS * visits(size),
  digest: (size) => 600 * NS * sweep(size),
  directedDegrees: (size) => 25 * NS * sweep(size),
  timeline: (size) => 80 * NS * sweep(size),
};

/** What a question about a graph takes on one core, by the size of the graph: right to a factor of about three, from 10 ms on. */
export function estimate(graph: Graph, question: Question): Estimate {
  const size = { nodes: nodeCount(graph), links: linkCount(graph) };
  const cost = seconds[question.name] as (size: Size, question: Question) => number;
  return { seconds: cost(size, question), bytes: FIGURE * (4 * size.nodes + size.links) };
}
