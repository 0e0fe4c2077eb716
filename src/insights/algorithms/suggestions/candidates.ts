import { degreeOf, type Graph } from '../../graph/graph';

/** What a node that is two links away has in common with another one. */
export interface Candidate {
  node: number;
  /** The number of neighbours that both have. */
  commonNeighbours: number;
  /** The sum of 1 / ln(degree) over these. */
  adamicAdar: number;
  /** The sum of 1 / degree over these. */
  resourceAllocation: number;
}

/** All nodes that have a neighbour in common with a node, and are not its neighbours already; in no order. */
export function candidatesFor(graph: Graph, node: number): Iterable<Candidate> {
  const { offsets, neighbours } = graph;
  const present = new Set(neighbours.subarray(offsets[node], offsets[node + 1]));
  present.add(node);
  const candidates = new Map<number, Candidate>();
  for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
    const shared = neighbours[place]!;
    const degree = degreeOf(graph, shared);
    if (degree === 1) continue;
    const adamicAdar = 1 / Math.log(degree);
    for (let i = offsets[shared]!; i < offsets[shared + 1]!; i++) {
      const other = neighbours[i]!;
      if (present.has(other)) continue;
      let candidate = candidates.get(other);
      if (!candidate) {
        candidate = { node: other, commonNeighbours: 0, adamicAdar: 0, resourceAllocation: 0 };
        candidates.set(other, candidate);
      }
      candidate.commonNeighbours++;
      candidate.adamicAdar += adamicAdar;
      candidate.resourceAllocation += 1 / degree;
    }
  }
  return candidates.values();
}
