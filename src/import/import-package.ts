import type { ClientBase } from 'pg';
import { CsvFile } from './csv';
import { findPackageFiles, statOf } from './package-files';
import type { ImportReport } from './report';
import { runImport, type ImportOptions } from './run';

/**
 * Imports a data package: a folder with a datapackage.json, one of CSV files alone, a descriptor, or a single CSV file;
 * CSV files may be compressed (.csv.gz). It adds and updates rows and never deletes any, in one transaction.
 * @returns what it did, or the problems for which it did nothing
 * @throws InterurbanError when there is nothing to import at `path`, or the database refuses what passed the checks
 */
export async function importPackage(
  client: ClientBase,
  path: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { files, warnings } = await findPackageFiles(path);
  const sizes = await Promise.all(files.map(async ({ file }) => Number((await statOf(file)).size)));
  const onBytes = readingProgress(sizes, options);
  return runImport(
    client,
    async (staging) => {
      staging.warnings.push(...warnings);
      for (const { resource, file, name } of files) {
        const staged = await staging.add(resource, name);
        const csv = new CsvFile(staged.resource, file, staged.findings);
        await staging.copy(staged, csv.rows(onBytes));
        staged.present = csv.present;
      }
    },
    options,
  );
}

/** From bytes read to progress. */
export function readingProgress(sizes: readonly number[], { onProgress }: ImportOptions): (bytes: number) => void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let read = 0;
  return (bytes) => {
    read += bytes;
    onProgress?.({ phase: 'reading', done: total === 0 ? 1 : read / total });
  };
}
