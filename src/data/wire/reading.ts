import type { Row } from '../database';
import { decoderOf, type Decode } from './decoders';
import { RowBytes } from './row-bytes';

/** In the description of a column, behind its name: where the type's oid stands, and how long all of it is. */
const [TYPE_AT, COLUMN_LENGTH] = [6, 18];

/** The rows of a statement, as they arrive: what RowDescription and DataRow of PostgreSQL's protocol say. */
export class Reading {
  readonly rows: Row[] = [];
  /** That a value was none of its type. */
  failure: Error | undefined;

  /** @param decoders of the statement's columns, where it is known what these are */
  constructor(public decoders?: readonly Decode[]) {}

  describe(bytes: Buffer, start: number): void {
    let at = start + 2;
    this.decoders = Array.from({ length: bytes.readInt16BE(start) }, () => {
      const name = bytes.indexOf(0, at) + 1;
      at = name + COLUMN_LENGTH;
      return decoderOf(bytes.readUInt32BE(name + TYPE_AT));
    });
  }

  row(bytes: Buffer, start: number, end: number): void {
    if (this.failure) return;
    try {
      this.rows.push(this.valuesOf(new RowBytes(bytes, start, end), start + 2));
    } catch (error) {
      this.failure = error as Error;
    }
  }

  private valuesOf(row: RowBytes, start: number): Row {
    const { decoders = [] } = this;
    const { bytes } = row;
    const values = new Array<unknown>(decoders.length);
    let at = start;
    for (let i = 0; i < decoders.length; i++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      values[i] = length < 0 ? null : decoders[i]!(row, at, (at += length));
    }
    return values;
  }
}
