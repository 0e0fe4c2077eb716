import { type Graph, nodeCount } from '../graph/graph';
import { choosePivots, type SampleOptions } from './pivots';
import type { Scores } from './scores';

/**
 * The share of shortest paths between other nodes that run through each node, unweighted: normalised by the
 * (n − 1)(n − 2) / 2 pairs of other nodes. Exact by the algorithm of Brandes (2001); estimated from random pivots in
 * graphs above a limit (Brandes and Pich 2007). networkx.betweenness_centrality, with k for the pivots.
 */
export function betweenness(graph: Graph, options?: SampleOptions): Scores {
  const pivots = choosePivots(graph, options);
  const dependencies = new Dependencies(graph);
  for (const pivot of pivots.nodes) dependencies.addFrom(pivot);
  normalise(dependencies.sums, pivots);
  const method = pivots.exact ? 'Brandes' : 'Brandes, seeded pivots';
  return { values: dependencies.sums, method, exact: pivots.exact, converged: true };
}

/** Adds up, for each node, the share of the shortest paths from starts to all other nodes that run through it. */
class Dependencies {
  readonly sums: Float64Array;
  private readonly distances: Int32Array;
  /** The number of shortest paths from the start to each node that is reached. */
  private readonly pathCounts: Float64Array;
  /** The nodes that are reached, in the order that they were found: the start first. */
  private readonly reached: Uint32Array;
  /** How many they are up to each distance: 1 for distance 0. */
  private readonly levelEnds: number[] = [];
  /** Of each node, 1 and its dependency, by its path count; 0 where they are not known yet. */
  private readonly shares: Float64Array;
  /** The dependencies of the level that is reckoned, by position in `reached`. */
  private readonly gathered: Float64Array;

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
    const { levelEnds } = this;
    this.countPaths(start);
    this.shares.fill(0);
    for (let level = levelEnds.length - 1; level > 0; level--)
      this.accumulate(levelEnds[level - 1]!, levelEnds[level]!, level === levelEnds.length - 1);
  }

  /** Breadth first, level by level. */
  private countPaths(start: number): void {
    const { distances, reached, pathCounts, levelEnds } = this;
    const { offsets, neighbours } = this.graph;
    distances.fill(-1);
    distances[start] = 0;
    pathCounts[start] = 1;
    reached[0] = start;
    levelEnds.length = 0;
    let tail = 1;
    for (let head = 0; head < tail;) {
      const levelEnd = tail;
      const further = levelEnds.push(levelEnd);
      for (; head < levelEnd; head++) {
        const node = reached[head]!;
        const count = pathCounts[node]!;
        const end = offsets[node + 1]!;
        for (let place = offsets[node]!; place < end; place++) {
          const neighbour = neighbours[place]!;
          const distance = distances[neighbour]!;
          if (distance < 0) {
            distances[neighbour] = further;
            pathCounts[neighbour] = count;
            reached[tail++] = neighbour;
          } else if (distance === further) pathCounts[neighbour]! += count;
        }
      }
    }
  }

  /**
   * A level has its dependencies from its neighbours in the level after. The shares of all other neighbours are 0 as
   * yet, so they need not be told apart, which is what takes time.
   */
  private accumulate(from: number, to: number, isLast: boolean): void {
    const { reached, pathCounts, shares, gathered, sums } = this;
    if (isLast) gathered.fill(0, from, to);
    else this.gatherShares(from, to);
    for (let i = from; i < to; i++) {
      const node = reached[i]!;
      const dependency = gathered[i]! * pathCounts[node]!;
      shares[node] = (1 + dependency) / pathCounts[node]!;
      sums[node]! += dependency;
    }
  }

  private gatherShares(from: number, to: number): void {
    const { reached, shares, gathered } = this;
    const { offsets, neighbours } = this.graph;
    for (let i = from; i < to; i++) {
      const node = reached[i]!;
      const end = offsets[node + 1]!;
      let sum = 0;
      for (let place = offsets[node]!; place < end; place++) sum += shares[neighbours[place]!]!;
      gathered[i] = sum;
    }
  }
}

/** By the pairs of a pivot and another end that a node can lie between: a pivot is no end of paths from itself. */
function normalise(values: Float64Array, { nodes, exact }: { nodes: Uint32Array; exact: boolean }): void {
  const ends = values.length - 2;
  if (ends < 1) return;
  const isPivot = new Uint8Array(values.length);
  for (const node of nodes) isPivot[node] = 1;
  for (let node = 0; node < values.length; node++) {
    const starts = exact ? values.length - 1 : nodes.length - isPivot[node]!;
    values[node] = starts === 0 ? 0 : values[node]! / (starts * ends);
  }
}
