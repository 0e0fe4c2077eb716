import { type Graph, linkCount, linkNumber, nodeCount, nodeOf } from '../graph/graph';
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

/**
 * How many nodes there may be, from the first on, for no more than so many links to be among them.
 * @param layers Graphs of the same things: a pair may be linked in each.
 * @param ids Of the nodes, by which each layer knows them.
 */
export function countWithin(layers: readonly Graph[], ids: readonly number[], linkLimit: number): number {
  if (layers.reduce((sum, layer) => sum + linkCount(layer), 0) <= linkLimit) return ids.length;
  const added = new Uint32Array(ids.length);
  for (const layer of layers) addLinks(layer, ids, added);
  let [count, links] = [0, 0];
  while (count < ids.length && (links += added[count]!) <= linkLimit) count++;
  return count;
}

/** Adds to the figure of each node how many links it has with those before it. */
function addLinks(layer: Graph, ids: readonly number[], added: Uint32Array): void {
  const places = new Int32Array(nodeCount(layer)).fill(-1);
  const nodes = ids.map((id) => nodeOf(layer, id));
  for (const [place, node] of nodes.entries()) {
    if (node === undefined) continue;
    places[node] = place;
    for (let i = layer.offsets[node]!; i < layer.offsets[node + 1]!; i++)
      if (places[layer.neighbours[i]!]! >= 0) added[place]!++;
  }
}
