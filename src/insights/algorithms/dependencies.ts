import { degreeOf, type Graph, nodeCount } from '../graph/graph';

/**
 * Adds up, for each node, the share of the shortest paths from starts to all other nodes that run through it: level by level of
 * distance, forwards to count paths and backwards to share them out (Brandes 2001). Between two levels either one can do
 * the work: the nodes that give to all their neighbours, or those that take from all of theirs. What is given
 * to or taken from nodes of other levels does no harm, so that these need not be told apart, which is what takes time; and
 * the side that has fewer links works (Beamer, Asanović and Patterson 2012), as most links are between two of the levels.
 */
export class Dependencies {
  readonly sums: Float64Array;
  /** The number of links from the start to each node; −1 for what is not reached. */
  private readonly distances: Int32Array;
  /** The number of shortest paths from the start to each node; 0 for what is not reached. */
  private readonly pathCounts: Float64Array;
  /** The nodes that are reached, in the order that they were found: the start first. */
  private readonly reached: Uint32Array;
  /** Of each node, 1 and its dependency, by its path count; 0 where they are not known yet. */
  private readonly shares: Float64Array;
  /** What each node has been given, or has taken. */
  private readonly gathered: Float64Array;
  private levels: Level[] = [];

  constructor(private readonly graph: Graph) {
    const size = nodeCount(graph);
    this.sums = new Float64Array(size);
    this.distances = new Int32Array(size);
    this.pathCounts = new Float64Array(size);
    this.reached = new Uint32Array(size);
    this.shares = new Float64Array(size);
    this.gathered = new Float64Array(size);
  }

  addFrom(start: number): void {
    this.countPaths(start);
    this.shares.fill(0);
    this.gathered.fill(0);
    const { levels } = this;
    for (let distance = levels.length - 1; distance > 0; distance--) {
      const level = levels[distance]!;
      const nearer = levels[distance - 1]!;
      this.shareOut(level);
      if (distance === 1) continue; // Of the start nothing is asked.
      if (level.arcs < nearer.arcs) this.giveShares(level);
      else this.takeShares(nearer);
    }
  }

  private countPaths(start: number): void {
    const { distances, pathCounts, reached } = this;
    distances.fill(-1);
    pathCounts.fill(0);
    distances[start] = 0;
    pathCounts[start] = 1;
    reached[0] = start;
    let level = { start: 0, end: 1, arcs: degreeOf(this.graph, start) };
    let unreachedArcs = this.graph.neighbours.length - level.arcs;
    this.levels = [];
    while (level.end > level.start) {
      const distance = this.levels.push(level);
      const end = level.arcs < unreachedArcs ? this.giveCounts(level, distance) : this.takeCounts(level, distance);
      level = { start: level.end, end, arcs: this.arcsOf(level.end, end) };
      unreachedArcs -= level.arcs;
    }
  }

  private arcsOf(start: number, end: number): number {
    let arcs = 0;
    for (let i = start; i < end; i++) arcs += degreeOf(this.graph, this.reached[i]!);
    return arcs;
  }

  /** The nodes of a level give their path counts to what is farther. @returns where the level of those ends */
  private giveCounts(level: Level, distance: number): number {
    const { distances, reached, pathCounts } = this;
    const { offsets, neighbours } = this.graph;
    let tail = level.end;
    for (let i = level.start; i < level.end; i++) {
      const node = reached[i]!;
      const count = pathCounts[node]!;
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) {
        const neighbour = neighbours[place]!;
        const known = distances[neighbour]!;
        if (known < 0) {
          distances[neighbour] = distance;
          pathCounts[neighbour] = count;
          reached[tail++] = neighbour;
        } else if (known === distance) pathCounts[neighbour]! += count;
      }
    }
    return tail;
  }

  /** What is not reached yet takes the path counts of its neighbours: of a level's nodes, as others have none. @returns as above */
  private takeCounts(level: Level, distance: number): number {
    const { distances, reached, pathCounts, gathered } = this;
    const { offsets, neighbours } = this.graph;
    let tail = level.end;
    for (let node = 0; node < distances.length; node++) {
      if (distances[node]! >= 0) continue;
      const end = offsets[node + 1]!;
      let sum = 0;
      for (let place = offsets[node]!; place < end; place++) sum += pathCounts[neighbours[place]!]!;
      if (sum === 0) continue;
      gathered[node] = sum;
      reached[tail++] = node;
    }
    // Not before all have taken.
    for (let i = level.end; i < tail; i++) {
      const node = reached[i]!;
      distances[node] = distance;
      pathCounts[node] = gathered[node]!;
    }
    return tail;
  }

  /** The dependencies of a level, of what its nodes have gathered from those that are farther. */
  private shareOut({ start, end }: Level): void {
    const { reached, pathCounts, shares, gathered, sums } = this;
    for (let i = start; i < end; i++) {
      const node = reached[i]!;
      const dependency = gathered[node]! * pathCounts[node]!;
      shares[node] = (1 + dependency) / pathCounts[node]!;
      sums[node]! += dependency;
    }
  }

  /** The nodes of a level give their shares to what is nearer. What else they give to has shared out already. */
  private giveShares(level: Level): void {
    const { reached, shares, gathered } = this;
    const { offsets, neighbours } = this.graph;
    for (let i = level.start; i < level.end; i++) {
      const node = reached[i]!;
      const share = shares[node]!;
      const end = offsets[node + 1]!;
      for (let place = offsets[node]!; place < end; place++) gathered[neighbours[place]!]! += share;
    }
  }

  /** The nodes of a level take the shares of what is farther. Their other neighbours have none yet. */
  private takeShares(level: Level): void {
    const { reached, shares, gathered } = this;
    const { offsets, neighbours } = this.graph;
    for (let i = level.start; i < level.end; i++) {
      const node = reached[i]!;
      const end = offsets[node + 1]!;
      let sum = 0;
      for (let place = offsets[node]!; place < end; place++) sum += shares[neighbours[place]!]!;
      gathered[node] = sum;
    }
  }
}

/** The nodes at one distance from the start: their positions in `reached`, and how many links they have in all. */
interface Level {
  start: number;
  end: number;
  arcs: number;
}
