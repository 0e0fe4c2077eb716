import { seededRandom, shuffled } from './random';

/** Up to how many nodes measures over all shortest paths are computed exactly. */
export const EXACT_NODE_LIMIT = 13_000;

/** How many pivots are drawn above that: enough to tell the first 50. */
export const PIVOT_COUNT = 500;

export interface SampleOptions {
  /** Up to how many nodes all of them serve as pivots; {@link EXACT_NODE_LIMIT} by default. */
  exactLimit?: number;
  /** How many pivots are drawn above that; {@link PIVOT_COUNT} by default. */
  pivotCount?: number;
  /** Of the draw; 42 by default. */
  seed?: number;
}

/** The nodes from which a measure over all shortest paths is taken: all of a small graph, a random sample of a large one. */
export interface Pivots {
  /** Ascending, so that sums are always added up in the same order. */
  nodes: Uint32Array;
  /** Whether these are all nodes. */
  exact: boolean;
}

/** @param size The number of nodes. */
export function choosePivots(
  size: number,
  { exactLimit = EXACT_NODE_LIMIT, pivotCount = PIVOT_COUNT, seed = 42 }: SampleOptions = {},
): Pivots {
  const exact = size <= exactLimit || size <= pivotCount;
  const nodes = shuffled(size, seededRandom(seed), exact ? 0 : pivotCount);
  return { nodes: exact ? Uint32Array.from({ length: size }, (_, node) => node) : nodes.sort(), exact };
}
