import type { Graph } from '../../graph/graph';
import { listPaths, type Path } from './path';
import { PriorityQueue } from './priority-queue';

// Sums of lengths count as equal that differ by less than this share: they were added up in another order.
const RELATIVE_ERROR = 1e-12;

/**
 * The shortest paths between two nodes where a link of weight w has the length 1/w, as strong ties are near (Newman
 * 2001): at most `limit` of them, in the order of their nodes; none where the nodes are in different components.
 * networkx.all_shortest_paths with such a weight. By the algorithm of Dijkstra (1959).
 */
export function shortestWeightedPaths(graph: Graph, source: number, target: number, limit = 1): Path[] {
  const { offsets, neighbours, weights } = graph;
  const distances = distancesTo(graph, target, source);
  const cost = distances[source]!;
  if (cost === Infinity) return [];
  const tolerance = cost * RELATIVE_ERROR;
  const nextNodes = (node: number): number[] => {
    const next: number[] = [];
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      const remaining = distances[neighbours[place]!]!;
      const isShortest = Math.abs(remaining + 1 / weights[place]! - distances[node]!) <= tolerance;
      if (isShortest && remaining < distances[node]!) next.push(neighbours[place]!);
    }
    return next;
  };
  return listPaths(source, target, nextNodes, limit).map((nodes) => ({ nodes, cost }));
}

/** The distance to the target of every node that is not farther than `last`; of the others, an upper bound. */
function distancesTo({ ids, offsets, neighbours, weights }: Graph, target: number, last: number): Float64Array {
  const distances = new Float64Array(ids.length).fill(Infinity);
  const isDone = new Uint8Array(ids.length);
  const queue = new PriorityQueue();
  distances[target] = 0;
  queue.add(target, 0);
  for (let node = queue.take(); node !== undefined; node = queue.take()) {
    if (isDone[node]) continue;
    isDone[node] = 1;
    if (node === last) break;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      const neighbour = neighbours[place]!;
      const distance = distances[node]! + 1 / weights[place]!;
      if (distance >= distances[neighbour]!) continue;
      distances[neighbour] = distance;
      queue.add(neighbour, distance);
    }
  }
  return distances;
}
