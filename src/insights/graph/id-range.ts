/** The lowest id, and how many ids there are from it to the highest; 0 without ids. */
export function idRange(columns: readonly Int32Array[]): { lowest: number; span: number } {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const ids of columns)
    for (const id of ids) {
      if (id < lowest) lowest = id;
      if (id > highest) highest = id;
    }
  return highest < lowest ? { lowest: 0, span: 0 } : { lowest, span: highest - lowest + 1 };
}
