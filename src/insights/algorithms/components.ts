import { type Graph, nodeCount } from '../graph/graph';
import { canonicalPartition, type Partition } from './partition';

/** How many links of each node are followed at first: two are enough to bring nearly all of a large component together. */
const FIRST_LINKS = 2;

/**
 * The connected components: cities between which some path runs. The largest first. networkx.connected_components.
 * A few links of each node show what the largest one is, for the most part; of nodes that belong to it already no other links
 * need be followed, which spares nearly all of them (Sutton, Ben-Nun and Barak 2018).
 */
export function components(graph: Graph): Partition {
  const { offsets, neighbours } = graph;
  const size = nodeCount(graph);
  const trees = new Trees(size);
  for (let node = 0; node < size; node++) {
    const end = Math.min(offsets[node]! + FIRST_LINKS, offsets[node + 1]!);
    for (let place = offsets[node]!; place < end; place++) trees.join(node, neighbours[place]!);
  }
  const largest = mostFrequent(trees.roots());
  for (let node = 0; node < size; node++) {
    if (trees.rootOf(node) === largest) continue;
    const end = offsets[node + 1]!;
    for (let place = offsets[node]! + FIRST_LINKS; place < end; place++) trees.join(node, neighbours[place]!);
  }
  return canonicalPartition(trees.roots());
}

/** Disjoint sets of nodes, each a tree whose root is its lowest node. */
class Trees {
  /** A lower node of the same set; a root has itself. */
  private readonly parents: Uint32Array;

  constructor(size: number) {
    this.parents = new Uint32Array(size);
    for (let node = 0; node < size; node++) this.parents[node] = node;
  }

  join(a: number, b: number): void {
    const rootOfA = this.rootOf(a);
    const rootOfB = this.rootOf(b);
    if (rootOfA < rootOfB) this.parents[rootOfB] = rootOfA;
    else this.parents[rootOfA] = rootOfB;
  }

  /** Shortens the way there for the next time. */
  rootOf(node: number): number {
    const { parents } = this;
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  /** The root of each node. */
  roots(): Uint32Array {
    const { parents } = this;
    // A parent is lower, so its own root is known by then.
    for (let node = 0; node < parents.length; node++) parents[node] = parents[parents[node]!]!;
    return parents;
  }
}

function mostFrequent(values: Uint32Array): number {
  const counts = new Uint32Array(values.length);
  let best = 0;
  for (const value of values) if (++counts[value]! > counts[best]!) best = value;
  return best;
}
