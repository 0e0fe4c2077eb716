import { invalidCursor } from '../graphql/errors';

const VERSION = 1;

// Longer than any cursor of ours: what is longer is not even looked at.
const MAX_LENGTH = 100;

/** The cursor of a position: it says which log it belongs to, so that one of another log is refused. */
export const encodeEventCursor = (log: string, position: number): string =>
  Buffer.from(JSON.stringify([VERSION, log, position])).toString('base64url');

/** @throws INVALID_CURSOR for what is no cursor of this log */
export function decodeEventCursor(cursor: string, log: string): number {
  const [version, identity, position] = parse(cursor);
  const isPosition = Number.isSafeInteger(position) && (position as number) >= 0;
  if (version !== VERSION || typeof identity !== 'string' || !isPosition) throw unknown(cursor);
  if (identity !== log) throw invalidCursor(cursor, 'a cursor of the events of this server, not of another one');
  return position as number;
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor.slice(0, MAX_LENGTH), 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // What is no JSON is no cursor.
  }
  throw unknown(cursor);
}

const unknown = (cursor: string): Error =>
  invalidCursor(cursor, 'a cursor of an event, or of a query’s feedCursor, as the API gave it');
