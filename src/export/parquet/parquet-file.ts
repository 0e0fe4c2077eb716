import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { printable } from '../../printable';
import type { Cell, Column, ColumnType } from '../table';

/** Rows of a row group, which is encoded at once and held until then: fewer than readers like best, and enough for columns to compress. */
const GROUP_SIZE = 20_000;

const TYPES: Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** A Parquet file in the making: takes rows, and gives its bytes as they come about. */
export class ParquetFile {
  private readonly buffer = new ByteWriter();
  private readonly writer: ParquetWriter;
  /** The rows of the group that is not complete yet, by column. */
  private group: (Cell | Date)[][];

  constructor(
    private readonly columns: readonly Column[],
    about: Readonly<Record<string, string>>,
  ) {
    this.group = columns.map(() => []);
    this.writer = new ParquetWriter({
      writer: this.buffer,
      schema: [
        { name: 'schema', num_children: columns.length },
        ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
      ],
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
      createdBy: 'interurban',
      // Whoever reads a graph reads all of it: nothing looks for a range.
      statistics: false,
    });
  }

  /** @param cells Of each column. @returns the bytes that come of it: none until a group is complete */
  async add(cells: readonly (readonly Cell[])[]): Promise<Uint8Array<ArrayBuffer>> {
    cells.forEach((ofColumn, i) => {
      const { type } = this.columns[i]!;
      for (const cell of ofColumn) this.group[i]!.push(valueOf(cell, type));
    });
    if (this.rowCount >= GROUP_SIZE) await this.writeGroup();
    return this.taken();
  }

  /** @returns what is left of it */
  async end(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.rowCount > 0) await this.writeGroup();
    await this.writer.finish();
    return this.taken();
  }

  private get rowCount(): number {
    return this.group[0]!.length;
  }

  private async writeGroup(): Promise<void> {
    const columnData = this.columns.map(({ name }, i) => ({ name, data: this.group[i]! }));
    await this.writer.write({ columnData, rowGroupSize: this.rowCount });
    this.group = this.columns.map(() => []);
  }

  /** What has been written; the buffer begins anew with nothing, and knows how much came before. */
  private taken(): Uint8Array<ArrayBuffer> {
    const bytes = this.buffer.getBytes().slice();
    this.buffer.index = 0;
    return bytes;
  }
}

function valueOf(cell: Cell, type: ColumnType): Cell | Date {
  if (typeof cell !== 'string') return cell;
  return type === 'date' ? new Date(`${cell}T00:00:00Z`) : printable(cell);
}
