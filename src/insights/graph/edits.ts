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

/**
 * Writes a column as it is after the edits.
 * @param result Of the length that it has then.
 * @param values What comes in with each edit.
 */
export function writeEdited<C extends Column>(
  column: C,
  { positions, isRemoved, isInserted }: Edits,
  values: Column,
  result: C,
): C {
  let from = 0;
  let to = 0;
  for (let edit = 0; edit < positions.length; edit++) {
    const position = positions[edit]!;
    if (from < position) result.set(column.subarray(from, position), to);
    to += position - from;
    from = position + isRemoved[edit]!;
    if (isInserted[edit]) result[to++] = values[edit]!;
  }
  result.set(column.subarray(from), to);
  return result;
}
