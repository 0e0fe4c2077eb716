import { EXACT_NODE_LIMIT, PIVOT_COUNT } from './algorithms/pivots';
import type { Estimate } from './engine';
import { type Graph, linkCount, nodeCount } from './graph/graph';
import type { CentralityMetric, Question } from './questions';

/** The size of a graph, and what its algorithms work through. */
interface Size {
  nodes: number;
  links: number;
}

// Nanoseconds for each step of an algorithm on one core, as measured at 150,000 cities and 1 to 5 million links; 8 bytes a figure.
const NS = 1e-9;
const FIGURE = 8;

const sweep = ({ nodes, links }: Size): number => nodes + 2 * links;
const sources = ({ nodes }: Size): number => (nodes <= EXACT_NODE_LIMIT ? nodes : PIVOT_COUNT);

const centralities: Record<CentralityMetric, (size: Size) => number> = {
  DEGREE: ({ nodes }) => 2 * NS * nodes,
  STRENGTH: (size) => 2 * NS * sweep(size),
  BETWEENNESS: (size) => 9 * NS * sources(size) * sweep(size),
  CLOSENESS: (size) => 5 * NS * sources(size) * sweep(size),
  // Iterations that it takes where the leading eigenvalue stands out; at most five times as many.
  EIGENVECTOR: (size) => 2 * NS * 200 * sweep(size),
  PAGERANK: (size) => 2 * NS * 60 * sweep(size),
  CORE_NUMBER: (size) => 20 * NS * sweep(size),
};

const seconds: { [N in Question['name']]: (size: Size, question: Extract<Question, { name: N }>) => number } = {
  assortativity: (size) => 10 * NS * sweep(size),
  centrality: (size, { metric }) => centralities[metric](size),
  closeness: (size) => 5 * NS * sweep(size),
  communities: (size) => 800 * NS * sweep(size),
  facts: (size) => 10 * NS * sweep(size),
  // The most triangles that so many links can have; real graphs have far fewer.
  clustering: ({ links }) => NS * links * Math.sqrt(links),
  cutPoints: (size) => 40 * NS * sweep(size),
  digest: (size) => 600 * NS * sweep(size),
  directedDegrees: (size) => 5 * NS * sweep(size),
  timeline: (size) => 20 * NS * sweep(size),
};

/** What a question about a graph takes on one core, by the size of the graph: right to a factor of about three. */
export function estimate(graph: Graph, question: Question): Estimate {
  const size = { nodes: nodeCount(graph), links: linkCount(graph) };
  const cost = seconds[question.name] as (size: Size, question: Question) => number;
  return { seconds: cost(size, question), bytes: FIGURE * (4 * size.nodes + size.links) };
}
