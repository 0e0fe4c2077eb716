import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Resource } from '../package/resource';
import type { CopyRow } from './copy';
import type { FileFindings } from './findings';
import { readFile, unreadable, type OnBytes } from './read-file';

/** The longest row, in bytes: more is a quote that was left open, or no CSV. */
const MAX_ROW = 1_048_576;

const UTF8 = 'text in UTF-8 (a file in Windows-1252 becomes it with: iconv -f CP1252 -t UTF-8)';

/** The rows of a CSV file of a resource, with what was wrong with them. */
export class CsvFile {
  /** The fields of the header line, once rows have been read. */
  present: readonly string[] = [];
  /** Where the cells of the resource's fields stand in a row; -1 for those that the file has not. */
  private order: readonly number[] = [];

  constructor(
    private readonly resource: Resource,
    private readonly file: string,
    private readonly findings: FileFindings,
  ) {}

  /** The number of each row and its cells, in the order of the resource's fields. Rows with findings are left out. */
  async *rows(onBytes?: OnBytes): AsyncGenerator<CopyRow> {
    const utf8 = readFile(this.file, onBytes);
    const parser = parse({ record_delimiter: ['\r\n', '\n'], relax_column_count: true, max_record_size: MAX_ROW });
    // The error arrives at the loop.
    const records = pipeline(utf8, parser, () => undefined) as AsyncIterable<string[]>;
    let header: string[] | undefined;
    let row = 0;
    try {
      for await (const record of records) {
        row++;
        if (header === undefined) {
          if (!this.acceptsHeader(record)) return;
          header = record;
        } else if (record.length > 1 || record[0] !== '' || header.length === 1) {
          if (this.acceptsRow(row, header, record, utf8.isValid)) yield [row, ...this.order.map((i) => record[i])];
        }
      }
    } catch (error) {
      this.findings.add(readingFailure(error));
      return;
    }
    if (header === undefined) this.findings.add({ row: 1, expected: 'a header line; the file is empty' });
  }

  private acceptsHeader(header: readonly string[]): boolean {
    const add = (expected: string, value?: string): void => this.findings.add({ row: 1, value, expected });
    const names = this.resource.fields.map(({ name }) => name);
    const [first = ''] = header;
    if (header.some((name) => name.includes('\0') || name.includes('\uFFFD'))) {
      add(UTF8, first);
      return false;
    }
    if (header.length === 1 && names.length > 1 && /[;\t|]/.test(first)) {
      add(`commas between the columns, ${names.join(',')}`, first);
      return false;
    }
    this.order = names.map((name) => header.indexOf(name));
    this.present = names.filter((name) => header.includes(name));
    for (const [i, name] of header.entries()) {
      if (!names.includes(name)) add(`one of the columns ${names.join(', ')}`, name);
      else if (header.indexOf(name) < i) add('each column once', name);
    }
    for (const { name, required } of this.resource.fields) {
      if (required && !header.includes(name)) add(`a column ${name}; it is missing`);
    }
    return true;
  }

  private acceptsRow(row: number, header: readonly string[], cells: readonly string[], isUtf8: boolean): boolean {
    const { findings } = this;
    if (cells.length !== header.length) {
      const hint = cells.length > header.length ? '; a cell with a comma in it needs quotes around it' : '';
      findings.refuse(row, `${header.length} cells${hint}`, `${cells.length}: ${cells.join(',')}`);
      return false;
    }
    const wrong = cells.findIndex((cell) => cell.includes('\0') || (!isUtf8 && cell.includes('\uFFFD')));
    if (wrong < 0) return true;
    const isNul = cells[wrong]!.includes('\0');
    findings.refuse(row, isNul ? 'text without a NUL character' : UTF8, cells[wrong], header[wrong]);
    return false;
  }
}

const csvFailures: Record<string, string> = {
  CSV_MAX_RECORD_SIZE: `a row of at most ${MAX_ROW} bytes; is a quote left open?`,
  CSV_QUOTE_NOT_CLOSED: 'a closing quote; one is left open',
  INVALID_OPENING_QUOTE: 'a quote at the beginning of a cell alone; inside of a cell in quotes it is written twice',
  CSV_INVALID_CLOSING_QUOTE:
    'a comma or the end of the row after a closing quote; inside of a cell a quote is written twice',
};

/** What is wrong with a file that cannot be read on. @throws errors that are no fault of the file */
function readingFailure(error: unknown): { row?: number; expected: string } {
  if (error instanceof CsvError) {
    const { records } = error as CsvError & { records?: number };
    return { row: (records ?? 0) + 1, expected: csvFailures[error.code] ?? error.message };
  }
  const expected = unreadable(error);
  if (expected === undefined) throw error;
  return { expected };
}
