import { degreeOf, type Graph, nodeCount } from '../graph/graph';

export interface Neighbourhood {
  /** The centre, then the nodes around it, the nearest first. */
  nodes: number[];
  /** The number of links from the centre to each of them. */
  distances: number[];
  /** How many more nodes lie within the depth. */
  omittedCount: number;
}

/**
 * The nodes that a path of at most `depth` links leads to. networkx.ego_graph.
 * @param limit The most nodes that are given, the centre included. Where it cuts, nearer nodes go before farther ones,
 * then those of higher degree, then those of lower id.
 */
export function neighbourhood(graph: Graph, centre: number, depth: number, limit = Infinity): Neighbourhood {
  const nodes = [centre];
  const distances = [0];
  let count = 1;
  for (const [i, shell] of shellsAround(graph, centre, depth).entries()) {
    const room = Math.max(0, limit - nodes.length);
    for (const node of shell.length <= room ? shell : shell.sort(byDegree(graph)).slice(0, room)) {
      nodes.push(node);
      distances.push(i + 1);
    }
    count += shell.length;
  }
  return { nodes, distances, omittedCount: count - nodes.length };
}

/** The nodes at distance 1, at distance 2 and so on, to the depth or as far as there are any. */
function shellsAround(graph: Graph, centre: number, depth: number): number[][] {
  const { offsets, neighbours } = graph;
  const isSeen = new Uint8Array(nodeCount(graph));
  isSeen[centre] = 1;
  const shells = [[centre]];
  while (shells.length <= depth && shells.at(-1)!.length > 0) {
    const shell: number[] = [];
    for (const node of shells.at(-1)!) {
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) {
        const neighbour = neighbours[place]!;
        if (isSeen[neighbour]) continue;
        isSeen[neighbour] = 1;
        shell.push(neighbour);
      }
    }
    shells.push(shell);
  }
  return shells.slice(1);
}

/** The highest degree first, ties by id. */
export const byDegree =
  (graph: Graph) =>
  (a: number, b: number): number =>
    degreeOf(graph, b) - degreeOf(graph, a) || a - b;
