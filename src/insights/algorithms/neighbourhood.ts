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
  const distances = new Array<number>(nodes.length);
  for (const [distance, end] of ends.entries()) distances.fill(distance, ends[distance - 1] ?? 0, end);
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
  if (isSeen.length < nodeCount(graph)) isSeen = new Uint8Array(nodeCount(graph));
  const found = [centre];
  const ends = [1];
  isSeen[centre] = 1;
  for (let start = 0; ends.length <= depth && start < found.length;) {
    const end = found.length;
    findNeighbours(graph, found, start, isSeen);
    ends.push(found.length);
    start = end;
  }
  forget(found, isSeen);
  return { found, ends };
}

/** Adds the neighbours, not seen yet, of the nodes that have been found, from one of these on. */
function findNeighbours({ offsets, neighbours }: Graph, found: number[], start: number, seen: Uint8Array): void {
  const end = found.length;
  for (let i = start; i < end; i++) {
    const endOfRow = offsets[found[i]! + 1]!;
    for (let place = offsets[found[i]!]!; place < endOfRow; place++) {
      const neighbour = neighbours[place]!;
      if (seen[neighbour]) continue;
      seen[neighbour] = 1;
      found.push(neighbour);
    }
  }
}

function forget(found: readonly number[], seen: Uint8Array): void {
  for (const node of found) seen[node] = 0;
}

/** The highest degree first, ties by id. */
export const byDegree =
  (graph: Graph) =>
  (a: number, b: number): number =>
    degreeOf(graph, b) - degreeOf(graph, a) || a - b;
