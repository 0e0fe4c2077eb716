/** The lowest id, and how many ids there are from it to the highest; 0 without ids. */
export function idRange(columns: readonly Int32Array[]): { lowest: number; span: number } {
  const lowest = Math.min(...columns.map(lowestOf));
  const highest = Math.max(...columns.map(highestOf));
  return highest < lowest ? { lowest: 0, span: 0 } : { lowest, span: highest - lowest + 1 };
}

function lowestOf(ids: Int32Array): number {
  const size = ids.length;
  let lowest = 0x7fffffff;
  for (let i = 0; i < size; i++) if (ids[i]! < lowest) lowest = ids[i]!;
  return lowest;
}

function highestOf(ids: Int32Array): number {
  const size = ids.length;
  let highest = -0x80000000;
  for (let i = 0; i < size; i++) if (ids[i]! > highest) highest = ids[i]!;
  return highest;
}
