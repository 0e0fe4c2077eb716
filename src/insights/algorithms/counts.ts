import { type Graph, linkCount, nodeCount } from '../graph/graph';

/** The share of all pairs that are linked: 2m / (n(n − 1)); 0 for an empty graph. networkx.density. */
export function density(graph: Graph): number {
  const n = nodeCount(graph);
  return n === 0 ? 0 : (2 * linkCount(graph)) / (n * (n - 1));
}

/** The mean number of neighbours: 2m / n; 0 for an empty graph. */
export const averageDegree = (graph: Graph): number =>
  nodeCount(graph) === 0 ? 0 : (2 * linkCount(graph)) / nodeCount(graph);
