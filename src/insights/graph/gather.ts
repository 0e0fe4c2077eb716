/** The value at each of these positions. */
export function gather(values: Uint32Array, positions: Uint32Array): Uint32Array {
  const result = new Uint32Array(positions.length);
  for (let i = 0; i < result.length; i++) result[i] = values[positions[i]!]!;
  return result;
}

/** Puts each value at its position. */
export function scatter(values: Uint32Array, positions: Uint32Array, result: Uint32Array): void {
  for (let i = 0; i < positions.length; i++) result[positions[i]!] = values[i]!;
}
