import { type Graph, nodeCount } from '../graph/graph';
import { canonicalPartition, type Partition, singletons } from './partition';

/** How many links of each node are followed at first: two are enough to bring nearly all of a large component together. */
const FIRST_LINKS = 2;

/**
 * The connected components: cities between which some path runs. The largest first. networkx.connected_components.
 * A few links of each node show what the largest one is, for the most part; of nodes that belong to it already no other links
 * need be followed, which spares nearly all of them (Sutton, Ben-Nun and Barak 2018).
 */
export function components(graph: Graph): Partition {
  // A lower node of the same component, for each; a root has itself. So each component is a tree whose root is its lowest node.
  const parents = singletons(nodeCount(graph));
  joinFirst(graph, parents);
  flatten(parents);
  joinOthers(graph, parents, mostFrequent(parents));
  flatten(parents);
  return canonicalPartition(parents);
}

/** Joins each node with the first of its neighbours. */
function joinFirst({ offsets, neighbours }: Graph, parents: Uint32Array): void {
  const size = parents.length;
  for (let node = 0; node < size; node++) {
    const end = Math.min(offsets[node]! + FIRST_LINKS, offsets[node + 1]!);
    for (let place = offsets[node]!; place < end; place++) join(parents, node, neighbours[place]!);
  }
}

/** Joins each node that does not belong to the largest component yet with its other neighbours. */
function joinOthers({ offsets, neighbours }: Graph, parents: Uint32Array, largest: number): void {
  const size = parents.length;
  for (let node = 0; node < size; node++) {
    if (rootOf(parents, node) === largest) continue;
    const end = offsets[node + 1]!;
    for (let place = offsets[node]! + FIRST_LINKS; place < end; place++) join(parents, node, neighbours[place]!);
  }
}

function join(parents: Uint32Array, a: number, b: number): void {
  const rootOfA = rootOf(parents, a);
  const rootOfB = rootOf(parents, b);
  if (rootOfA < rootOfB) parents[rootOfB] = rootOfA;
  else parents[rootOfA] = rootOfB;
}

/** Shortens the way there for the next time. */
function rootOf(parents: Uint32Array, node: number): number {
  let at = node;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}

/** Gives each node its root for a parent: as a parent is lower, its own root is known by then. */
function flatten(parents: Uint32Array): void {
  const size = parents.length;
  for (let node = 0; node < size; node++) parents[node] = parents[parents[node]!]!;
}

function mostFrequent(values: Uint32Array): number {
  const counts = new Uint32Array(values.length);
  const size = values.length;
  let best = 0;
  for (let i = 0; i < size; i++) {
    const value = values[i]!;
    if (++counts[value]! > counts[best]!) best = value;
  }
  return best;
}
