import { countingSort } from '../graph/counting-sort';
import { type Graph, linkCount, nodeCount } from '../graph/graph';
import { degrees } from './degree';

/**
 * The number of triangles that each node is part of. networkx.triangles. Each triangle is found once, from its node of
 * least degree, so that hubs cost little: the forward algorithm of Schank and Wagner (2005).
 */
export function triangles(graph: Graph): Float64Array {
  const { offsets, targets } = towardsHubs(graph);
  const counts = new Float64Array(nodeCount(graph));
  const seenFrom = new Int32Array(nodeCount(graph)).fill(-1);
  for (let a = 0; a < counts.length; a++) {
    const end = offsets[a + 1]!;
    for (let i = offsets[a]!; i < end; i++) seenFrom[targets[i]!] = a;
    for (let i = offsets[a]!; i < end; i++) {
      const b = targets[i]!;
      const endOfB = offsets[b + 1]!;
      for (let j = offsets[b]!; j < endOfB; j++) {
        const c = targets[j]!;
        if (seenFrom[c] !== a) continue;
        counts[a]!++;
        counts[b]!++;
        counts[c]!++;
      }
    }
  }
  return counts;
}

/** Each link once, from its end of lower degree (then lower index) to the other. */
function towardsHubs(graph: Graph): { offsets: Uint32Array; targets: Uint32Array } {
  const rank = ranksByDegree(graph);
  const offsets = new Uint32Array(nodeCount(graph) + 1);
  const targets = new Uint32Array(linkCount(graph));
  let size = 0;
  for (let node = 0; node < nodeCount(graph); node++) {
    const end = graph.offsets[node + 1]!;
    for (let place = graph.offsets[node]!; place < end; place++) {
      const neighbour = graph.neighbours[place]!;
      if (rank[neighbour]! > rank[node]!) targets[size++] = neighbour;
    }
    offsets[node + 1] = size;
  }
  return { offsets, targets };
}

function ranksByDegree(graph: Graph): Uint32Array {
  const rank = new Uint32Array(nodeCount(graph));
  countingSort(degrees(graph), nodeCount(graph)).forEach((node, i) => (rank[node] = i));
  return rank;
}
