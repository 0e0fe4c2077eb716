/** Makes of counts by key the position of each key's first item: [2, 0, 1, 0] becomes [0, 2, 2, 3]. */
export function countsToOffsets(counts: Uint32Array): void {
  let sum = 0;
  for (let key = 0; key < counts.length; key++) {
    const count = counts[key]!;
    counts[key] = sum;
    sum += count;
  }
}

/**
 * The numbers of items, ordered by key: a stable sort in linear time, without a comparison.
 * @param keys Of each item, from 0 to keyCount − 1.
 * @param order The items to sort, in the order that equal keys keep; all of them by default.
 */
export function countingSort(keys: Uint32Array, keyCount: number, order?: Uint32Array): Uint32Array {
  const next = new Uint32Array(keyCount);
  const size = keys.length;
  for (let item = 0; item < size; item++) next[keys[item]!]!++;
  countsToOffsets(next);
  const sorted = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const item = order ? order[i]! : i;
    sorted[next[keys[item]!]!++] = item;
  }
  return sorted;
}
