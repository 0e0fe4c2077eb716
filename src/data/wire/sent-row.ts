import type { Row } from '../database';
import { Kind, type Columns } from './decoders';

/** What toString ends in: for short texts, it takes longer to get there than to be there. */
type SlicedBuffer = Buffer & Record<'utf8Slice' | 'latin1Slice', (start: number, end: number) => string>;

/** Characters: V8 copies shorter ones out of a string, and has longer ones hold all of it. */
const SHORT = 12;

/** What tells how many columns a row has, and how long a column is: in bytes. */
const COUNT = 2;
export const LENGTH = 4;

/** What becomes of rows as they arrive. */
export type MakeRow<R> = (row: SentRow) => R;

export const asValues: MakeRow<Row> = (row) => row.values();

export const asSent: MakeRow<SentRow> = (row) => row;

/** A row as PostgreSQL sent it (DataRow of its protocol). What its columns hold is made when it is asked for, or never: texts are written as they came. */
export class SentRow {
  /** How many columns it has. */
  private width: number;
  /** Where each column begins, with its length. */
  private places: number[] | undefined;
  private all: string | undefined;

  constructor(
    readonly bytes: Buffer,
    private readonly start: number,
    private readonly end: number,
    private readonly columns: Columns,
  ) {
    this.width = columns.decoders.length;
  }

  /** The values of all columns. */
  values(): Row {
    const { bytes, width } = this;
    const { decoders } = this.columns;
    const values = new Array<unknown>(width);
    let at = this.start + COUNT;
    for (let i = 0; i < width; i++) {
      const length = int32(bytes, at);
      at += LENGTH;
      values[i] = length < 0 ? null : decoders[i]!(this, at, (at += length));
    }
    return values;
  }

  /** The value of one column. */
  value(i: number): unknown {
    const place = this.place(i);
    const length = this.lengthAt(place);
    if (length < 0) return null;
    const start = place + LENGTH;
    switch (this.columns.kinds[i]) {
      case Kind.TEXT:
        return this.text(start, start + length);
      case Kind.INT4:
        return int32(this.bytes, start);
      case Kind.FLOAT8:
        return this.bytes.readDoubleBE(start);
      default:
        return this.columns.decoders[i]!(this, start, start + length);
    }
  }

  /** Takes the last column away, and gives its value. */
  pop(): unknown {
    const value = this.value(this.width - 1);
    this.width--;
    return value;
  }

  isNull(i: number): boolean {
    return this.lengthAt(this.place(i)) < 0;
  }

  kind(i: number): Kind {
    return this.columns.kinds[i]!;
  }

  /** Where a column begins, with its length. */
  place(i: number): number {
    return (this.places ?? this.locate())[i]!;
  }

  /** The length of the column that begins there, in bytes; less than 0 where it is null. */
  lengthAt(place: number): number {
    return int32(this.bytes, place);
  }

  /**
   * The text between two places. To leave JavaScript takes longer than to make a short one: those that are ASCII, which most are, are cut
   * out of one string for all of the row.
   */
  text(start: number, end: number): string {
    const bytes = this.bytes as SlicedBuffer;
    if (end - start > SHORT || !isAscii(bytes, start, end)) return bytes.utf8Slice(start, end);
    this.all ??= bytes.latin1Slice(this.start, this.end);
    return this.all.slice(start - this.start, end - this.start);
  }

  private locate(): number[] {
    const { bytes } = this;
    const places = new Array<number>(this.width);
    let at = this.start + COUNT;
    for (let i = 0; i < places.length; i++) {
      places[i] = at;
      at += LENGTH + Math.max(0, int32(bytes, at));
    }
    return (this.places = places);
  }
}

export const int32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}
