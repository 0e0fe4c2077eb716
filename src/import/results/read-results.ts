import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { codeOf, InterurbanError, messageOf } from '../../errors';
import { readFile } from '../read-file';

/** A row of a file of results, by column. */
export interface ResultRow {
  file: string;
  /** As a spreadsheet counts: the header of CSV is row 1; the first row of Parquet. */
  row: number;
  cells: Readonly<Record<string, unknown>>;
}

/**
 * The rows of a file of results: CSV (which may be compressed) or Parquet; of a folder, those of all its Parquet files, as Spark writes
 * them.
 * @throws InterurbanError IMPORT_PATH, IMPORT_FILE
 */
export async function* readResults(from: string): AsyncGenerator<ResultRow> {
  for (const file of await filesOf(from)) {
    const name = path.basename(file);
    try {
      const rows = file.endsWith('.parquet') ? parquetRows(file) : csvRows(file);
      for await (const { row, cells } of rows) yield { file: name, row, cells };
    } catch (error) {
      throw new InterurbanError(
        'IMPORT_FILE',
        `${name}: expected a whole file of Parquet or CSV, got: ${messageOf(error)}`,
        {
          cause: error,
        },
      );
    }
  }
}

async function filesOf(from: string): Promise<string[]> {
  const wrong = (got: string): InterurbanError =>
    new InterurbanError(
      'IMPORT_PATH',
      `Expected a file .parquet, .csv or .csv.gz, or a folder of Parquet files, got ${got}.`,
    );
  const found = await stat(from).catch((error: unknown) => {
    throw wrong(`${codeOf(error) ?? messageOf(error)} for ${from}`);
  });
  if (found.isDirectory()) {
    const files = (await readdir(from)).filter((name) => name.endsWith('.parquet')).sort();
    if (files.length === 0) throw wrong(`${from} without any`);
    return files.map((name) => path.join(from, name));
  }
  if (!/\.(parquet|csv|csv\.gz)$/i.test(from)) throw wrong(from);
  return [from];
}

type Rows = AsyncGenerator<Pick<ResultRow, 'row' | 'cells'>>;

async function* csvRows(file: string): Rows {
  const parser = parse({ columns: true, bom: true });
  // The error arrives at the loop.
  const records = pipeline(readFile(file), parser, () => undefined) as AsyncIterable<Record<string, string>>;
  let row = 1;
  for await (const cells of records) yield { row: ++row, cells };
}

/** One group of rows after another: Parquet is read by columns. */
async function* parquetRows(filename: string): Rows {
  const file = await asyncBufferFromFile(filename);
  const metadata = await parquetMetadataAsync(file);
  let rowStart = 0;
  for (const { num_rows: size } of metadata.row_groups) {
    const rowEnd = rowStart + Number(size);
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd });
    for (const [i, cells] of rows.entries()) yield { row: rowStart + i + 1, cells };
    rowStart = rowEnd;
  }
}
