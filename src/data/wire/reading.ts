import { binaryDecoderOf, columnsOf, textDecoderOf, type Columns } from './decoders';
import { SentRow, type MakeRow } from './sent-row';

/** In the description of a column, behind its name: where the type's oid stands, and how long all of it is. */
const [TYPE_AT, COLUMN_LENGTH] = [6, 18];

/** The rows of a statement, as they arrive: what RowDescription and DataRow of PostgreSQL's protocol say. */
export class Reading<R> {
  readonly rows: R[] = [];
  /** That a value was none of its type. */
  failure: Error | undefined;

  /** The types of its columns, where PostgreSQL has told of them. */
  private oids: readonly number[] | undefined;

  /**
   * @param make what becomes of a row
   * @param columns what they are, where that is known
   */
  constructor(
    private readonly make: MakeRow<R>,
    private columns?: Columns,
  ) {}

  /** How its columns are best asked for when it is run again: in binary, if all of them can be. */
  get columnsAgain(): Columns | undefined {
    const { oids } = this;
    if (!oids) return this.columns;
    const binary = oids.map(binaryDecoderOf).filter((decode) => decode !== undefined);
    if (binary.length === oids.length) return columnsOf(binary, true);
    return this.columns;
  }

  describe(bytes: Buffer, start: number): void {
    let at = start + 2;
    this.oids = Array.from({ length: bytes.readInt16BE(start) }, () => {
      const name = bytes.indexOf(0, at) + 1;
      at = name + COLUMN_LENGTH;
      return bytes.readUInt32BE(name + TYPE_AT);
    });
    this.columns = columnsOf(this.oids.map(textDecoderOf), false);
  }

  row(bytes: Buffer, start: number, end: number): void {
    if (this.failure) return;
    try {
      this.rows.push(this.make(new SentRow(bytes, start, end, this.columns!)));
    } catch (error) {
      this.failure = error as Error;
    }
  }
}
