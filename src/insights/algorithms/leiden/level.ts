import { countingSort } from '../../graph/counting-sort';
import type { Graph } from '../../graph/graph';
import { strengths } from '../degree';

/**
 * The graph at one level of aggregation: each node stands for a subset of the nodes one level below. Links within a
 * subset are not kept: wherever their node goes, they go too.
 */
export interface Level {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
  /** The sum of the strengths, in the original graph, of the nodes that each node stands for. */
  readonly strengths: Float64Array;
  /** The sum of all strengths: twice the weight of all links. The same at every level. */
  readonly total: number;
}

export function groundLevel(graph: Graph, weighted: boolean): Level {
  const weights = weighted ? graph.weights : new Float64Array(graph.weights.length).fill(1);
  const sums = strengths({ ...graph, weights });
  let total = 0;
  for (const strength of sums) total += strength;
  return { offsets: graph.offsets, neighbours: graph.neighbours, weights, strengths: sums, total };
}

/**
 * The next level up, where each subset is a node.
 * @param subsets The subset of each node, 0 to subsetCount − 1; none is empty.
 */
export function aggregate(level: Level, subsets: Uint32Array, subsetCount: number): Level {
  const offsets = new Uint32Array(subsetCount + 1);
  const neighbours = new Uint32Array(level.neighbours.length);
  const weights = new Float64Array(level.neighbours.length);
  aggregateLinks(level, subsets, countingSort(subsets, subsetCount), offsets, neighbours, weights);
  const size = offsets[subsetCount]!;
  return {
    offsets,
    neighbours: neighbours.slice(0, size),
    weights: weights.slice(0, size),
    strengths: sumsOf(level.strengths, subsets, subsetCount),
    total: level.total,
  };
}

/** Writes the row of each subset. @param order The nodes of the first subset, then those of the second, and so on. */
function aggregateLinks(
  level: Level,
  subsets: Uint32Array,
  order: Uint32Array,
  offsets: Uint32Array,
  neighbours: Uint32Array,
  weights: Float64Array,
): void {
  // Where each subset comes in the row that is being written; before its start where it does not yet.
  const placeOf = new Int32Array(offsets.length).fill(-1);
  let size = 0;
  for (let i = 0; i < subsets.length; i++) {
    const node = order[i]!;
    const subset = subsets[node]!;
    const start = offsets[subset]!;
    const end = level.offsets[node + 1]!;
    for (let place = level.offsets[node]!; place < end; place++) {
      const neighbour = subsets[level.neighbours[place]!]!;
      if (neighbour === subset) continue;
      if (placeOf[neighbour]! < start) {
        placeOf[neighbour] = size;
        neighbours[size++] = neighbour;
      }
      weights[placeOf[neighbour]!]! += level.weights[place]!;
    }
    offsets[subset + 1] = size;
  }
}

/** The sum of the values in each group, 0 to groupCount − 1. */
export function sumsOf(values: Float64Array, groups: Uint32Array, groupCount: number): Float64Array {
  const sums = new Float64Array(groupCount);
  const size = values.length;
  for (let i = 0; i < size; i++) sums[groups[i]!]! += values[i]!;
  return sums;
}

/** Adds up weights by number, and remembers which numbers came up, in order. */
export class Tally {
  /** The sum of each number, 0 where it has not come up. */
  readonly sums: Float64Array;
  /** The same memory: the upper half of each sum is 0 where the sum is, else above 0. */
  private readonly words: Int32Array;
  /** The numbers that came up are the first `count` of these. */
  readonly keys: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.words = new Int32Array(this.sums.buffer);
    this.keys = new Uint32Array(size + 1);
  }

  /**
   * Without a branch: whether a number is new is what a processor would guess wrong every other time.
   * @param weight Above 0.
   */
  add(key: number, weight: number): void {
    this.keys[this.count] = key;
    this.count += 1 + (-this.words[2 * key + 1]! >> 31);
    this.sums[key]! += weight;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.sums[this.keys[i]!] = 0;
    this.count = 0;
  }
}
