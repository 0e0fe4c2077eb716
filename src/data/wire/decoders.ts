import pg from 'pg';
import { types } from '../types';

/** Makes a value of its text, which stands between two places. */
export type Decode = (bytes: Buffer, start: number, end: number) => unknown;

const { BOOL, INT2, INT4, INT8, JSON: JSON_TEXT, JSONB, TEXT, VARCHAR, DATE, TIMESTAMPTZ } = pg.types.builtins;

const [MINUS, ZERO, TRUE] = [0x2d, 0x30, 0x74];

/** Integers of as many characters are exact. */
const EXACT = 15;

/** What toString ends in: for short texts, it takes longer to get there than to be there. */
type Utf8Buffer = Buffer & { utf8Slice(start: number, end: number): string };

const text: Decode = (bytes, start, end) => (bytes as Utf8Buffer).utf8Slice(start, end);

/** Most columns are numbers, and most numbers short: without a string in between. */
const integer: Decode = (bytes, start, end) => {
  if (end - start > EXACT) return Number(text(bytes, start, end));
  const isNegative = bytes[start] === MINUS;
  let value = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) value = value * 10 + (bytes[at]! - ZERO);
  return isNegative ? -value : value;
};

const json: Decode = (bytes, start, end) => JSON.parse(text(bytes, start, end) as string) as unknown;

const truth: Decode = (bytes, start) => bytes[start] === TRUE;

const known = new Map<number, Decode>([
  ...[TEXT, VARCHAR, DATE, TIMESTAMPTZ].map((oid) => [oid, text] as const),
  ...[INT2, INT4, INT8].map((oid) => [oid, integer] as const),
  ...[JSON_TEXT, JSONB].map((oid) => [oid, json] as const),
  [BOOL, truth],
]);

/** What makes values of a type, the same as `types` does. */
export function decoderOf(oid: number): Decode {
  let decode = known.get(oid);
  if (!decode) {
    const parse = types.getTypeParser(oid) as (value: string) => unknown;
    decode = (bytes, start, end) => parse(text(bytes, start, end) as string);
    known.set(oid, decode);
  }
  return decode;
}
