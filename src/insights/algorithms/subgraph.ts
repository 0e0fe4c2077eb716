import { type Graph, linkNumber, nodeCount } from '../graph/graph';
import { byDegree } from './neighbourhood';

/** A link of a graph: its ends, the lower one first, and its number. */
export interface LinkBetween {
  lower: number;
  higher: number;
  link: number;
  weight: number;
}

/** The nodes of highest degree, ties by id, at most `limit`. */
export function topNodes(graph: Graph, limit: number): number[] {
  const nodes = Uint32Array.from({ length: nodeCount(graph) }, (_, node) => node);
  return Array.from(nodes.sort(byDegree(graph)).subarray(0, limit));
}

/** Every link between two of these nodes, by lower end, then higher end. networkx.Graph.subgraph. */
export function linksAmong(graph: Graph, nodes: readonly number[]): LinkBetween[] {
  const { offsets, neighbours, weights } = graph;
  const isChosen = new Set(nodes);
  const links: LinkBetween[] = [];
  for (const lower of [...nodes].sort((a, b) => a - b)) {
    for (let place = offsets[lower]!; place < offsets[lower + 1]!; place++) {
      const higher = neighbours[place]!;
      if (higher < lower || !isChosen.has(higher)) continue;
      links.push({ lower, higher, link: linkNumber(graph, lower, place), weight: weights[place]! });
    }
  }
  return links;
}
