import pg from 'pg';
import { types } from '../types';
import type { SentRow } from './sent-row';

/** Makes a value of what stands between two places of a row. */
export type Decode = (row: SentRow, start: number, end: number) => unknown;

/** What a column holds, where that is common: its values are made, or written, without asking its decoder. */
export const Kind = { OTHER: 0, TEXT: 1, INT4: 2, FLOAT8: 3 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** How the columns of a statement come, and what makes their values. */
export interface Columns {
  isBinary: boolean;
  decoders: readonly Decode[];
  kinds: readonly Kind[];
}

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

const int4: Decode = ({ bytes }, start) => bytes.readInt32BE(start);
const float8: Decode = ({ bytes }, start) => bytes.readDoubleBE(start);

const ofBinary = new Map<number, Decode>([
  [BOOL, ({ bytes }, start) => bytes[start] === 1],
  [INT2, ({ bytes }, start) => bytes.readInt16BE(start)],
  [INT4, int4],
  [INT8, ({ bytes }, start) => bytes.readInt32BE(start) * HALF + bytes.readUInt32BE(start + 4)],
  [FLOAT8, float8],
  [TEXT, text],
  [VARCHAR, text],
  [JSON_TEXT, json],
  // Behind the version of its form.
  [JSONB, (row, start, end) => json(row, start + 1, end)],
]);

/** What makes the same values of a type of its binary form, so that nobody prints and reads numbers; undefined for types that are read as text alone. */
export const binaryDecoderOf = (oid: number): Decode | undefined => ofBinary.get(oid);

const kinds = new Map<Decode, Kind>([
  [text, Kind.TEXT],
  [int4, Kind.INT4],
  [float8, Kind.FLOAT8],
]);

export const columnsOf = (decoders: readonly Decode[], isBinary: boolean): Columns => ({
  isBinary,
  decoders,
  kinds: decoders.map((decode) => kinds.get(decode) ?? Kind.OTHER),
});
