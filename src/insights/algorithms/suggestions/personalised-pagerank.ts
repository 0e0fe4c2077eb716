import { degreeOf, type Graph } from '../../graph/graph';

export interface PersonalisedPageRankOptions {
  /** The probability to follow a link rather than to start anew at the node; 0.85 by default. */
  damping?: number;
  /** The most probability, per neighbour, that may be left undistributed at a node; 1e-6 by default. */
  tolerance?: number;
}

/**
 * The share of time that a random walker spends at each node who starts anew from one node again and again, unweighted.
 * networkx.pagerank with personalization, as far as the tolerance: each share is too low by at most the tolerance times
 * the node's degree. By the push algorithm of Andersen, Chung and Lang (2006), which stays near the node and does not
 * look at the rest of the graph.
 * @returns The share of each node that got some.
 */
export function personalisedPageRank(
  graph: Graph,
  start: number,
  { damping = 0.85, tolerance = 1e-6 }: PersonalisedPageRankOptions = {},
): Map<number, number> {
  const { offsets, neighbours } = graph;
  const shares = new Map<number, number>();
  // Probability that is yet to be distributed.
  const residues = new Map([[start, 1]]);
  const queue = [start];
  // The queue grows while it is read.
  for (const node of queue) {
    const residue = residues.get(node)!;
    const degree = degreeOf(graph, node);
    residues.set(node, 0);
    shares.set(node, (shares.get(node) ?? 0) + (1 - damping) * residue);
    const pushed = (damping * residue) / degree;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      const neighbour = neighbours[place]!;
      const before = residues.get(neighbour) ?? 0;
      const limit = tolerance * degreeOf(graph, neighbour);
      residues.set(neighbour, before + pushed);
      // Above the limit it waits in the queue already.
      if (before < limit && before + pushed >= limit) queue.push(neighbour);
    }
  }
  return shares;
}
