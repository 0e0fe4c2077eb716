import { EXACT_NODE_LIMIT, PIVOT_COUNT } from './algorithms/pivots';
import type { Estimate } from './engine';
import { type Graph, linkCount, nodeCount } from './graph/graph';
import type { CentralityMetric, Question } from './questions';

/** The size of a graph, and what its algorithms work through. */
interface Size {
  nodes: number;
  links: number;
}

// Of a figure in memory, in bytes.
const FIGURE = 8;

// From here on the figures of all nodes do not lie near the processor any more (in a cache of its own, of some 512 KB), and to
// look one up takes longer.
const NEAR_NODES = 65_536;
const FAR = 2;

/** A look at each node and at each link from both of its ends, in nanoseconds on one core, as measured by `npm run bench -- graph`. */
const sweep = ({ nodes, links }: Size, perNode: number, perEnd = perNode): number =>
  1e-9 * (perNode * nodes + perEnd * 2 * links);

/** The same where each look leads to a figure of another node. */
const visits = (size: Size, perNode: number, perEnd = perNode): number =>
  sweep(size, perNode, perEnd) * (size.nodes <= NEAR_NODES ? 1 : FAR);

const sources = ({ nodes }: Size): number => (nodes <= EXACT_NODE_LIMIT ? nodes : PIVOT_COUNT);

/** The mean number of neighbours: the more there are, the sooner an iteration stands still. */
const degree = ({ nodes, links }: Size): number => (2 * links) / Math.max(nodes, 1);

const centralities: Record<CentralityMetric, (size: Size) => number> = {
  DEGREE: (size) => visits(size, 8, 0),
  STRENGTH: (size) => sweep(size, 2),
  // Of most links one end alone is looked at, or none: the shortest paths between two levels are counted from the smaller side.
  BETWEENNESS: (size) => sources(size) * visits(size, 80, 0.2),
  CLOSENESS: (size) => sources(size) * visits(size, 40, 3.6),
  // As many iterations as the gap below the leading eigenvalue asks for: 26 to 591 in the graphs that are measured.
  EIGENVECTOR: (size) => Math.min(1000, 3500 / degree(size)) * visits(size, 1.8),
  PAGERANK: (size) => Math.min(200, 90 / Math.sqrt(degree(size))) * visits(size, 1.8),
  CORE_NUMBER: (size) => visits(size, 200, 8),
};

const seconds: { [N in Question['name']]: (size: Size, question: Extract<Question, { name: N }>) => number } = {
  assortativity: (size) => sweep(size, 50),
  centrality: (size, { metric }) => centralities[metric](size),
  closeness: (size) => visits(size, 40, 3.6),
  communities: (size) => visits(size, 700),
  facts: (size) => sweep(size, 10),
  // For each link the neighbours of its end that has fewer of them.
  clustering: (size) => sweep(size, 0, 2.5) * degree(size),
  cutPoints: (size) => visits(size, 200, 5),
  digest: (size) => sweep(size, 500),
  directedDegrees: (size) => sweep(size, 10),
  timeline: (size) => sweep(size, 50),
};

/** What a question about a graph takes on one core, by the size of the graph: right to a factor of about three, from 10 ms on. */
export function estimate(graph: Graph, question: Question): Estimate {
  const size = { nodes: nodeCount(graph), links: linkCount(graph) };
  const cost = seconds[question.name] as (size: Size, question: Question) => number;
  return { seconds: cost(size, question), bytes: FIGURE * (4 * size.nodes + size.links) };
}
