import { degreeOf, type Graph, nodeCount } from '../graph/graph';

export interface Neighbourhood {
  /** The centre, then the nodes around it, the nearest first; where there is a limit, those of each distance by degree. */
  nodes: number[];
  /** The number of links from the centre to each of them. */
  distances: number[];
  /** How many more nodes lie within the depth. */
  omittedCount: number;
}

/**
 * The nodes that a path of at most `depth` links leads to. networkx.ego_graph.
 * @param limit The most nodes that are given, the centre included: nearer nodes go before farther ones, then those of higher
 * degree, then those of lower id.
 */
export function neighbourhood(graph: Graph, centre: number, depth: number, limit = Infinity): Neighbourhood {
  const { found, ends } = search(graph, centre, depth);
  const nodes = limit === Infinity ? found : cut(graph, found, ends, limit);
  const distances: number[] = [];
  for (const [distance, end] of ends.entries())
    while (distances.length < Math.min(end, nodes.length)) distances.push(distance);
  return { nodes, distances, omittedCount: found.length - nodes.length };
}

/** In their order, as many as there is room for. @param ends Of the nodes at each distance, their number up to there. */
function cut(graph: Graph, found: readonly number[], ends: readonly number[], limit: number): number[] {
  const nodes: number[] = [];
  for (const [distance, end] of ends.entries()) {
    const shell = found.slice(ends[distance - 1] ?? 0, end);
    const room = limit - nodes.length;
    // Not spread into arguments: a shell may be large.
    for (const node of shell.sort(byDegree(graph)).slice(0, room)) nodes.push(node);
    if (shell.length >= room) break;
  }
  return nodes;
}

// Of all nodes of the largest graph that was asked about, none between two questions: what many and quick questions would else
// take most of their time to make.
let isSeen = new Uint8Array(0);

/** The nodes within the depth, breadth first, and how many they are up to each distance. */
function search(graph: Graph, centre: number, depth: number): { found: number[]; ends: number[] } {
  const { offsets, neighbours } = graph;
  if (isSeen.length < nodeCount(graph)) isSeen = new Uint8Array(nodeCount(graph));
  const found = [centre];
  const ends = [1];
  isSeen[centre] = 1;
  for (let i = 0; ends.length <= depth && i < found.length;) {
    for (const end = found.length; i < end; i++) {
      const node = found[i]!;
      const endOfRow = offsets[node + 1]!;
      for (let place = offsets[node]!; place < endOfRow; place++) {
        const neighbour = neighbours[place]!;
        if (isSeen[neighbour]) continue;
        isSeen[neighbour] = 1;
        found.push(neighbour);
      }
    }
    ends.push(found.length);
  }
  for (const node of found) isSeen[node] = 0;
  return { found, ends };
}

/** The highest degree first, ties by id. */
export const byDegree =
  (graph: Graph) =>
  (a: number, b: number): number =>
    degreeOf(graph, b) - degreeOf(graph, a) || a - b;
