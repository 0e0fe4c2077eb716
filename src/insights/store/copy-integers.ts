import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { sharedInt32 } from '../graph/shared-arrays';

// COPY's binary format: a signature of 11 bytes, flags and the length of an extension (none); of each row the number of
// fields in two bytes, of each field its length in four and its bytes; in the end −1 instead of a number of fields.
const HEADER_LENGTH = 19;
const FIELD_COUNT_LENGTH = 2;
const FIELD_LENGTH = 8;

// Room for this many rows at first; it doubles as needed.
const FIRST_ROOM = 4096;

/**
 * Reads a statement's rows by binary COPY.
 * @param statement Its columns are of the type integer, and never null.
 * @param columnCount How many they are.
 * @returns The columns, in memory that threads share.
 */
export async function copyIntegers(client: pg.Client, statement: string, columnCount: number): Promise<Int32Array[]> {
  const stream = client.query(copyTo(`COPY (${statement}) TO STDOUT (FORMAT binary)`));
  const rowLength = FIELD_COUNT_LENGTH + columnCount * FIELD_LENGTH;
  let columns = Array.from({ length: columnCount }, () => new Int32Array(FIRST_ROOM));
  let room = FIRST_ROOM;
  let size = 0;
  let rest: Buffer = Buffer.alloc(0);
  let isBegun = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (!isBegun && bytes.length >= HEADER_LENGTH) {
      isBegun = true;
      at = HEADER_LENGTH;
    }
    // The two bytes of the end never make a row.
    for (; isBegun && at + rowLength <= bytes.length; at += rowLength) {
      if (size === room) columns = columns.map((column) => enlarged(column, (room = 2 * size)));
      for (let column = 0; column < columnCount; column++)
        columns[column]![size] = bytes.readInt32BE(at + FIELD_COUNT_LENGTH + column * FIELD_LENGTH + 4);
      size++;
    }
    rest = bytes.subarray(at);
  }
  return columns.map((column) => {
    const result = sharedInt32(size);
    result.set(column.subarray(0, size));
    return result;
  });
}

function enlarged(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(size);
  result.set(values);
  return result;
}
