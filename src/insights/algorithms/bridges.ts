import { type Graph, linkCount, linkNumber, nodeCount, placeOf } from '../graph/graph';

export interface CutPoints {
  /** Of each link, by its number, whether its loss would part its component in two. networkx.bridges. */
  isBridge: Uint8Array;
  /** Of each node, whether its loss would part its component. networkx.articulation_points. */
  isArticulation: Uint8Array;
}

/** The links and nodes that hold components together: depth first, by Hopcroft and Tarjan (1973), without recursion. */
export function cutPoints(graph: Graph): CutPoints {
  const search = new DepthFirst(graph);
  for (let node = 0; node < nodeCount(graph); node++) if (search.order[node] === 0) search.searchFrom(node);
  return search;
}

class DepthFirst implements CutPoints {
  readonly isBridge: Uint8Array;
  readonly isArticulation: Uint8Array;
  /** When each node was found, from 1; 0 before it is. */
  readonly order: Uint32Array;
  /** The earliest found node that is reached from below a node, other than over the link to its parent. */
  private readonly lowest: Uint32Array;
  private readonly parent: Int32Array;
  private readonly nextPlace: Uint32Array;
  private found = 0;

  constructor(private readonly graph: Graph) {
    const size = nodeCount(graph);
    this.isBridge = new Uint8Array(linkCount(graph));
    this.isArticulation = new Uint8Array(size);
    this.order = new Uint32Array(size);
    this.lowest = new Uint32Array(size);
    this.parent = new Int32Array(size).fill(-1);
    this.nextPlace = graph.offsets.slice(0, size);
  }

  searchFrom(root: number): void {
    const { offsets, neighbours } = this.graph;
    let childrenOfRoot = 0;
    let node = root;
    this.find(root);
    while (node >= 0) {
      const place = this.nextPlace[node]!++;
      if (place === offsets[node + 1]!) {
        const parent = this.parent[node]!;
        if (parent >= 0) this.leave(node, parent);
        if (parent === root) childrenOfRoot++;
        node = parent;
        continue;
      }
      const neighbour = neighbours[place]!;
      if (this.order[neighbour] === 0) {
        this.parent[neighbour] = node;
        this.find(neighbour);
        node = neighbour;
      } else if (neighbour !== this.parent[node]) {
        this.lowest[node] = Math.min(this.lowest[node]!, this.order[neighbour]!);
      }
    }
    this.isArticulation[root] = childrenOfRoot > 1 ? 1 : 0;
  }

  private find(node: number): void {
    this.order[node] = this.lowest[node] = ++this.found;
  }

  /** Goes back from a node, below which all is found, to its parent. */
  private leave(node: number, parent: number): void {
    const { graph, lowest, order } = this;
    lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
    if (lowest[node]! >= order[parent]!) this.isArticulation[parent] = 1;
    if (lowest[node]! <= order[parent]!) return;
    const [lower, higher] = node < parent ? [node, parent] : [parent, node];
    this.isBridge[linkNumber(graph, lower, placeOf(graph, lower, higher)!)] = 1;
  }
}
