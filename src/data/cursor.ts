import { invalidCursor } from '../graphql/errors';

const VERSION = 1;

/** Where a page ends: the sort key of its last row, and the slug that tells apart rows with the same one. */
export interface Position {
  value: string;
  slug: string;
}

/**
 * A cursor says which order it belongs to, so that one of another order is refused instead of silently leading elsewhere.
 * The sort key is PostgreSQL's own text of it: times keep their microseconds.
 */
export function encodeCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([VERSION, order, position.value, position.slug])).toString('base64url');
}

/** @throws INVALID_CURSOR for what is no cursor of ours, or one of another version or order. */
export function decodeCursor(cursor: string, order: string): Position {
  const [, cursorOrder, value, slug] = parseCursor(cursor);
  if (cursorOrder !== order)
    throw invalidCursor(cursor, `a cursor of a list ordered by ${order}, not by ${cursorOrder}`);
  return { value, slug };
}

// PostgreSQL has no text with a NUL in it.
const isText = (part: unknown): boolean => typeof part === 'string' && !part.includes('\0');

/** @throws INVALID_CURSOR for what is no cursor of ours, or one of another version. */
export function parseCursor(cursor: string): [version: number, order: string, value: string, slug: string] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw invalidCursor(cursor);
  }
  const isOurs = Array.isArray(parts) && parts.length === 4 && parts.slice(1).every(isText);
  if (!isOurs || (parts as unknown[])[0] !== VERSION) throw invalidCursor(cursor);
  return parts as [number, string, string, string];
}
