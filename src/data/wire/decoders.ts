import pg from 'pg';
import { types } from '../types';
import type { RowBytes } from './row-bytes';

/** Makes a value of its text, which stands between two places of a row. */
export type Decode = (row: RowBytes, start: number, end: number) => unknown;

const { BOOL, INT2, INT4, INT8, JSON: JSON_TEXT, JSONB, TEXT, VARCHAR, DATE, TIMESTAMPTZ } = pg.types.builtins;

const [MINUS, ZERO, TRUE] = [0x2d, 0x30, 0x74];

/** Integers of as many characters are exact. */
const EXACT = 15;

const text: Decode = (row, start, end) => row.text(start, end);

/** Most columns are numbers, and most numbers short: without a string in between. */
const integer: Decode = (row, start, end) => {
  if (end - start > EXACT) return Number(row.text(start, end));
  const { bytes } = row;
  const isNegative = bytes[start] === MINUS;
  let value = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) value = value * 10 + (bytes[at]! - ZERO);
  return isNegative ? -value : value;
};

const json: Decode = (row, start, end) => JSON.parse(row.text(start, end)) as unknown;

const truth: Decode = ({ bytes }, start) => bytes[start] === TRUE;

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
    decode = (row, start, end) => parse(row.text(start, end));
    known.set(oid, decode);
  }
  return decode;
}
