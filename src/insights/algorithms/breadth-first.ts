import { type Graph, nodeCount } from '../graph/graph';

/** Searches a graph breadth first from one node after another, in arrays that are made once. */
export class BreadthFirst {
  /** The number of links from the last start to each node; −1 for what it does not reach. */
  readonly distances: Int32Array;
  /** The nodes that it reaches, in the order that they were found: itself first. */
  readonly reached: Uint32Array;
  /** How many they are. */
  reachedCount = 0;

  constructor(private readonly graph: Graph) {
    this.distances = new Int32Array(nodeCount(graph)).fill(-1);
    this.reached = new Uint32Array(nodeCount(graph));
  }

  searchFrom(start: number): void {
    const { distances, reached } = this;
    const { offsets, neighbours } = this.graph;
    for (let i = 0; i < this.reachedCount; i++) distances[reached[i]!] = -1;
    distances[start] = 0;
    reached[0] = start;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const node = reached[head]!;
      const distance = distances[node]! + 1;
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) {
        const neighbour = neighbours[place]!;
        if (distances[neighbour]! >= 0) continue;
        distances[neighbour] = distance;
        reached[tail++] = neighbour;
      }
    }
    this.reachedCount = tail;
  }
}
