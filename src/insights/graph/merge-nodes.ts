import { type Graph, lowerBound } from './graph';
import { sharedInt32, sharedUint32 } from './shared-arrays';

/** By the id of a node, how many more links it has after a change than before. */
export type Gains = Map<number, number>;

/** The nodes of a graph after a change. */
export interface MergedNodes {
  /** Ascending; the very array of before, where no node has come or gone. */
  readonly ids: Int32Array;
  /** The index of each node of before; GONE where it is no more. */
  readonly indexes: Int32Array;
}

const GONE = -1;

/** The nodes that have a link after a change: some come with their first one, some go with their last. */
export function mergeNodes({ ids, offsets }: Graph, gains: Gains): MergedNodes {
  const indexes = new Int32Array(ids.length);
  const added: number[] = [];
  let goneCount = 0;
  for (const [id, gain] of gains) {
    const node = lowerBound(ids, id);
    if (ids[node] !== id) {
      if (gain > 0) added.push(id);
    } else if (offsets[node + 1]! - offsets[node]! + gain === 0) {
      indexes[node] = GONE;
      goneCount++;
    }
  }
  added.sort((a, b) => a - b);
  const merged = sharedInt32(ids.length + added.length - goneCount);
  let size = 0;
  let next = 0;
  for (let node = 0; node < ids.length; node++) {
    while (next < added.length && added[next]! < ids[node]!) merged[size++] = added[next++]!;
    if (indexes[node] === GONE) continue;
    indexes[node] = size;
    merged[size++] = ids[node]!;
  }
  while (next < added.length) merged[size++] = added[next++]!;
  return { ids: added.length + goneCount === 0 ? ids : merged, indexes };
}

/** Where rows begin after a change. @param before Where they did before. */
export function mergeOffsets(before: Uint32Array, { ids, indexes }: MergedNodes, gains: Gains): Uint32Array {
  const offsets = sharedUint32(ids.length + 1);
  // The lengths of rows at first.
  for (let node = 0; node < indexes.length; node++)
    if (indexes[node] !== GONE) offsets[indexes[node]! + 1] = before[node + 1]! - before[node]!;
  for (const [id, gain] of gains) {
    const node = lowerBound(ids, id);
    if (ids[node] === id) offsets[node + 1]! += gain;
  }
  for (let node = 0; node < ids.length; node++) offsets[node + 1]! += offsets[node]!;
  return offsets;
}
