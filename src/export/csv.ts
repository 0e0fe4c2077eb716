import { printable } from '../printable';
import type { Column, ListCell, Table } from './table';

// What a spreadsheet takes for the beginning of a formula, which could send what stands beside it elsewhere.
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180, in UTF-8, with line feeds): a header, then a line for each row. Unknown is an empty cell, yes and no are
 * `true` and `false`, the items of a list are parted by semicolons. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, as spreadsheets write it.
 */
export async function* csv({ columns, batches }: Table<ListCell>): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => quoted(name)).join(',')}\n`;
  for await (const rows of batches()) {
    let lines = '';
    for (const row of rows) lines += `${row.map((cell, i) => csvCell(cell, columns[i]!)).join(',')}\n`;
    yield lines;
  }
}

function csvCell(cell: ListCell, { type }: Column): string {
  if (cell === null) return '';
  if (type !== 'text') return String(cell);
  const text = printable(Array.isArray(cell) ? cell.join(';') : String(cell));
  return quoted(FORMULA.test(text) ? `'${text}` : text);
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
