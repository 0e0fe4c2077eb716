import { type Graph, nodeCount } from '../graph/graph';
import { Dependencies } from './dependencies';
import { choosePivots, type SampleOptions } from './pivots';
import type { Scores } from './scores';

/**
 * The share of shortest paths between other nodes that run through each node, unweighted: normalised by the
 * (n − 1)(n − 2) / 2 pairs of other nodes. Exact by the algorithm of Brandes (2001); estimated from random pivots in
 * graphs above a limit (Brandes and Pich 2007). networkx.betweenness_centrality, with k for the pivots.
 */
export function betweenness(graph: Graph, options?: SampleOptions): Scores {
  const pivots = choosePivots(nodeCount(graph), options);
  const dependencies = new Dependencies(graph);
  for (const pivot of pivots.nodes) dependencies.addFrom(pivot);
  normalise(dependencies.sums, pivots);
  const method = pivots.exact ? 'Brandes' : 'Brandes, seeded pivots';
  return { values: dependencies.sums, method, exact: pivots.exact, converged: true };
}

/** By the pairs of a pivot and another end that a node can lie between: a pivot is no end of paths from itself. */
function normalise(values: Float64Array, { nodes, exact }: { nodes: Uint32Array; exact: boolean }): void {
  const ends = values.length - 2;
  if (ends < 1) return;
  const isPivot = new Uint8Array(values.length);
  for (const node of nodes) isPivot[node] = 1;
  for (let node = 0; node < values.length; node++) {
    const starts = exact ? values.length - 1 : nodes.length - isPivot[node]!;
    values[node] = starts === 0 ? 0 : values[node]! / (starts * ends);
  }
}
