import { type Graph, nodeCount } from '../graph/graph';
import { canonicalPartition, type Partition } from './partition';

/** The connected components: cities between which some path runs. The largest first. networkx.connected_components. */
export function components(graph: Graph): Partition {
  const { offsets, neighbours } = graph;
  const size = nodeCount(graph);
  const labels = new Uint32Array(size);
  const isSeen = new Uint8Array(size);
  const queue = new Uint32Array(size);
  for (let start = 0; start < size; start++) {
    if (isSeen[start]) continue;
    isSeen[start] = 1;
    queue[0] = start;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!;
      labels[node] = start;
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) {
        const neighbour = neighbours[place]!;
        if (isSeen[neighbour]) continue;
        isSeen[neighbour] = 1;
        queue[tail++] = neighbour;
      }
    }
  }
  return canonicalPartition(labels);
}
