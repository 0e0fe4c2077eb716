import type { Row } from '../database';
import { binaryDecoderOf, textDecoderOf, type Decode } from './decoders';
import { RowBytes } from './row-bytes';

/** In the description of a column, behind its name: where the type's oid stands, and how long all of it is. */
const [TYPE_AT, COLUMN_LENGTH] = [6, 18];

/** How the columns of a statement come, and what makes their values. */
export interface Columns {
  isBinary: boolean;
  decoders: readonly Decode[];
}

/** The rows of a statement, as they arrive: what RowDescription and DataRow of PostgreSQL's protocol say. */
export class Reading {
  readonly rows: Row[] = [];
  /** That a value was none of its type. */
  failure: Error | undefined;

  /** The types of its columns, where PostgreSQL has told of them. */
  private oids: readonly number[] | undefined;

  /** @param columns what they are, where that is known */
  constructor(private columns?: Columns) {}

  /** How its columns are best asked for when it is run again: in binary, if all of them can be. */
  get columnsAgain(): Columns | undefined {
    const { oids } = this;
    if (!oids) return this.columns;
    const binary = oids.map(binaryDecoderOf).filter((decode) => decode !== undefined);
    if (binary.length === oids.length) return { isBinary: true, decoders: binary };
    return this.columns;
  }

  describe(bytes: Buffer, start: number): void {
    let at = start + 2;
    this.oids = Array.from({ length: bytes.readInt16BE(start) }, () => {
      const name = bytes.indexOf(0, at) + 1;
      at = name + COLUMN_LENGTH;
      return bytes.readUInt32BE(name + TYPE_AT);
    });
    this.columns = { isBinary: false, decoders: this.oids.map(textDecoderOf) };
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
    const { decoders } = this.columns!;
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
