import { countingSort, countsToOffsets } from '../graph/counting-sort';
import { type Graph, nodeCount } from '../graph/graph';
import { degrees } from './degree';

/**
 * The core number of each node: the largest k such that it belongs to a group in which each has k neighbours.
 * networkx.core_number, by the algorithm of Batagelj and Zaveršnik (2003): take away the node of least degree again and
 * again, in an array that stays ordered by degree.
 */
export function coreNumbers(graph: Graph): Uint32Array {
  const remaining = degrees(graph);
  const size = nodeCount(graph);
  const order = countingSort(remaining, size);
  const position = new Uint32Array(size);
  order.forEach((node, i) => (position[node] = i));
  // Where the nodes of each degree begin in the order.
  const start = new Uint32Array(size + 1);
  for (const degree of remaining) start[degree]!++;
  countsToOffsets(start);

  for (const node of order) {
    for (let place = graph.offsets[node]!; place < graph.offsets[node + 1]!; place++) {
      const neighbour = graph.neighbours[place]!;
      const degree = remaining[neighbour]!;
      if (degree <= remaining[node]!) continue;
      // To the front of its degree's block, which then begins after it: it belongs to the block before.
      const front = start[degree]!++;
      const displaced = order[front]!;
      const from = position[neighbour]!;
      order[front] = neighbour;
      order[from] = displaced;
      position[neighbour] = front;
      position[displaced] = from;
      remaining[neighbour] = degree - 1;
    }
  }
  return remaining;
}
