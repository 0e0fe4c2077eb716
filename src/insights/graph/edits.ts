/** What changes in a column of a graph, from its beginning to its end. */
export interface Edits {
  /** Where something changes; ascending. */
  readonly positions: Uint32Array;
  /** Whether what is at the position goes. */
  readonly isRemoved: Uint8Array;
  /** Whether something comes in, before what is left at the position. */
  readonly isInserted: Uint8Array;
}

type Column = Uint8Array | Int32Array | Uint32Array | Float64Array;

// To have fewer values copied as a block takes longer than to copy them one by one.
const BLOCK = 32;

/**
 * Writes a column as it is after the edits.
 * @param result Of the length that it has then.
 * @param valueOf What comes in with an edit, by its number.
 */
export function writeEdited<C extends Column>(
  column: C,
  { positions, isRemoved, isInserted }: Edits,
  result: C,
  valueOf: (edit: number) => number,
): C {
  let from = 0;
  let to = 0;
  for (let edit = 0; edit < positions.length; edit++) {
    const position = positions[edit]!;
    copyRun(column, from, position, result, to);
    to += position - from;
    from = isRemoved[edit] ? position + 1 : position;
    if (isInserted[edit]) result[to++] = valueOf(edit);
  }
  copyRun(column, from, column.length, result, to);
  return result;
}

function copyRun(column: Column, start: number, end: number, result: Column, at: number): void {
  if (end - start >= BLOCK) result.set(column.subarray(start, end), at);
  else for (let i = start; i < end; i++) result[at + i - start] = column[i]!;
}
