/** Texts in memory that threads share, one after another in UTF-8. */
export interface SharedTexts {
  readonly bytes: Uint8Array;
  /** Text i is in bytes[offsets[i]] to bytes[offsets[i + 1] − 1]. */
  readonly offsets: Uint32Array;
}

export function sharedTexts(texts: readonly string[]): SharedTexts {
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * (texts.length + 1)));
  texts.forEach((text, i) => (offsets[i + 1] = offsets[i]! + Buffer.byteLength(text)));
  const bytes = new Uint8Array(new SharedArrayBuffer(offsets[texts.length]));
  texts.forEach((text, i) => bytes.set(Buffer.from(text), offsets[i]));
  return { bytes, offsets };
}

export const textAt = ({ bytes, offsets }: SharedTexts, i: number): string =>
  Buffer.from(bytes.buffer, offsets[i], offsets[i + 1]! - offsets[i]!).toString();
