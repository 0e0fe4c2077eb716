import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { printable } from '../printable';
import type { Cell, Column, ColumnType, Row, Table } from './table';

/**
 * Rows of a row group, which is encoded at once and holds up the thread for that long: fewer than readers like best, and enough for
 * columns to compress.
 */
const GROUP_SIZE = 10_000;

const TYPES: Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** A table as Apache Parquet, compressed with Snappy. Every column may be null. @param about What the file says of itself. */
export async function* parquet(table: Table, about: Readonly<Record<string, string>>): AsyncGenerator<Uint8Array> {
  const { columns } = table;
  const buffer = new ByteWriter();
  const writer = new ParquetWriter({
    writer: buffer,
    schema: [
      { name: 'schema', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
    ],
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: 'interurban',
    // Whoever reads a graph reads all of it: nothing looks for a range.
    statistics: false,
  });
  for await (const rows of inGroups(table)) {
    const columnData = columns.map((column, i) => ({
      name: column.name,
      data: rows.map((row) => value(row[i]!, column)),
    }));
    await writer.write({ columnData, rowGroupSize: rows.length });
    yield taken(buffer);
  }
  await writer.finish();
  yield taken(buffer);
}

/** What has been written; it begins anew with nothing, and knows how much came before. */
function taken(buffer: ByteWriter): Uint8Array {
  const bytes = buffer.getBytes().slice();
  buffer.index = 0;
  return bytes;
}

async function* inGroups({ batches }: Table): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const rows of batches()) {
    group.push(...rows);
    if (group.length < GROUP_SIZE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function value(cell: Cell, { type }: Column): Cell | Date {
  if (typeof cell !== 'string') return cell;
  return type === 'date' ? new Date(`${cell}T00:00:00Z`) : printable(cell);
}
