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
 * @param subsets The subset of each node, 0 to subsetCount − 1.
 */
export function aggregate(level: Level, subsets: Uint32Array, subsetCount: number): Level {
  const offsets = new Uint32Array(subsetCount + 1);
  const neighbours = new Uint32Array(level.neighbours.length);
  const weights = new Float64Array(level.neighbours.length);
  const strengths = new Float64Array(subsetCount);
  const tally = new Tally(subsetCount);
  let size = 0;
  for (const node of countingSort(subsets, subsetCount)) {
    const subset = subsets[node]!;
    // The first node of a subset closes the row of the subset before: none is empty.
    if (strengths[subset] === 0 && subset > 0) size = writeRow(subset - 1);
    strengths[subset]! += level.strengths[node]!;
    const end = level.offsets[node + 1]!;
    for (let place = level.offsets[node]!; place < end; place++) {
      const neighbour = subsets[level.neighbours[place]!]!;
      if (neighbour !== subset) tally.add(neighbour, level.weights[place]!);
    }
  }
  size = writeRow(subsetCount - 1);
  return {
    offsets,
    neighbours: neighbours.slice(0, size),
    weights: weights.slice(0, size),
    strengths,
    total: level.total,
  };

  function writeRow(subset: number): number {
    for (let i = 0; i < tally.count; i++) {
      neighbours[size + i] = tally.keys[i]!;
      weights[size + i] = tally.sums[tally.keys[i]!]!;
    }
    const end = size + tally.count;
    offsets[subset + 1] = end;
    tally.clear();
    return end;
  }
}

/** Adds up weights by number, and remembers which numbers came up, in order. */
export class Tally {
  /** The sum of each number, 0 where it has not come up. */
  readonly sums: Float64Array;
  /** The numbers that came up are the first `count` of these. */
  readonly keys: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.keys = new Uint32Array(size);
  }

  /** @param weight Above 0. */
  add(key: number, weight: number): void {
    if (this.sums[key] === 0) this.keys[this.count++] = key;
    this.sums[key]! += weight;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.sums[this.keys[i]!] = 0;
    this.count = 0;
  }
}
