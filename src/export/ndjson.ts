import { printable } from '../printable';
import type { Column, ListCell, Row, Table } from './table';

/** A table as lines of JSON: an object for each row, with its columns in order; unknown is null. Texts are as they are. */
export async function* ndjson({ columns, batches }: Table<ListCell>): AsyncGenerator<string> {
  for await (const rows of batches()) {
    let lines = '';
    for (const row of rows) lines += `${jsonObject(row, columns)}\n`;
    yield lines;
  }
}

/** A row as an object of JSON. */
export function jsonObject(row: Row<ListCell>, columns: readonly Column[]): string {
  const members = columns.map(({ name }, i) => `${JSON.stringify(name)}:${JSON.stringify(jsonCell(row[i] ?? null))}`);
  return `{${members.join(',')}}`;
}

function jsonCell(cell: ListCell): ListCell {
  if (typeof cell === 'string') return printable(cell);
  return Array.isArray(cell) ? cell.map(printable) : cell;
}
