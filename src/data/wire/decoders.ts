import pg from 'pg';
import { types } from '../types';
import type { RowBytes } from './row-bytes';

/** Makes a value of what stands between two places of a row. */
export type Decode = (row: RowBytes, start: number, end: number) => unknown;

const { BOOL, INT2, INT4, INT8, JSON: JSON_TEXT, JSONB, TEXT, VARCHAR, DATE, TIMESTAMPTZ, FLOAT8 } = pg.types.builtins;

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

const ofText = new Map<number, Decode>([
  ...[TEXT, VARCHAR, DATE, TIMESTAMPTZ].map((oid) => [oid, text] as const),
  ...[INT2, INT4, INT8].map((oid) => [oid, integer] as const),
  ...[JSON_TEXT, JSONB].map((oid) => [oid, json] as const),
  [BOOL, truth],
]);

/** What makes values of a type of their text, the same as `types` does. */
export function textDecoderOf(oid: number): Decode {
  let decode = ofText.get(oid);
  if (!decode) {
    const parse = types.getTypeParser(oid) as (value: string) => unknown;
    decode = (row, start, end) => parse(row.text(start, end));
    ofText.set(oid, decode);
  }
  return decode;
}

const HALF = 2 ** 32;

const ofBinary = new Map<number, Decode>([
  [BOOL, ({ bytes }, start) => bytes[start] === 1],
  [INT2, ({ bytes }, start) => bytes.readInt16BE(start)],
  [INT4, ({ bytes }, start) => bytes.readInt32BE(start)],
  [INT8, ({ bytes }, start) => bytes.readInt32BE(start) * HALF + bytes.readUInt32BE(start + 4)],
  [FLOAT8, ({ bytes }, start) => bytes.readDoubleBE(start)],
  [TEXT, text],
  [VARCHAR, text],
  [JSON_TEXT, json],
  // Behind the version of its form.
  [JSONB, (row, start, end) => json(row, start + 1, end)],
]);

/** What makes the same values of a type of its binary form, so that nobody prints and reads numbers; undefined for types that are read as text alone. */
export const binaryDecoderOf = (oid: number): Decode | undefined => ofBinary.get(oid);
