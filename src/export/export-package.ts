import fs from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { codeOf, InterurbanError } from '../errors';
import { DESCRIPTOR, packageDescriptor } from '../package/descriptor';
import { fieldOf, type Resource } from '../package/resource';
import { resourceNamed, resources } from '../package/resources';

/** How many rows of each resource were written. */
export type ExportReport = { resource: string; rows: number }[];

/**
 * Writes everything into a folder as a data package, as it is at one moment. The same data give the same bytes: rows
 * are sorted by their keys. Files of that name are replaced, when all of them are complete.
 * @throws InterurbanError EXPORT_FOLDER when the folder cannot be written
 */
export async function exportPackage(client: ClientBase, folder: string): Promise<ExportReport> {
  const names = [...resources.map(({ name }) => `${name}.csv`), DESCRIPTOR];
  const part = (name: string): string => path.join(folder, `${name}.part`);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL TimeZone = 'UTC'`);
    await mkdir(folder, { recursive: true });
    const report: ExportReport = [];
    for (const resource of resources) {
      const rows = client.query(copyTo(`COPY (${exportQuery(resource)}) TO STDOUT (FORMAT csv, HEADER)`));
      await pipeline(rows, fs.createWriteStream(part(`${resource.name}.csv`)));
      report.push({ resource: resource.name, rows: rows.rowCount });
    }
    await writeFile(part(DESCRIPTOR), `${JSON.stringify(packageDescriptor(), null, 2)}\n`);
    for (const name of names) await rename(part(name), path.join(folder, name));
    return report;
  } catch (error) {
    await Promise.all(names.map((name) => rm(part(name), { force: true }).catch(() => undefined)));
    throw unwritable(folder, error) ?? error;
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

/** SQL of the cells of a resource, sorted by its key. */
export function exportQuery({ table, fields, key }: Resource): string {
  const cells = fields.map((field) => {
    const value =
      field.references === undefined ? `t.${field.column}` : `${field.name}_.${keyColumn(field.references)}`;
    return { name: field.name, value, cell: `${field.type.print(value)} AS ${field.name}`, field };
  });
  const joins = cells.flatMap(({ field: { name, column, references } }) =>
    references === undefined
      ? []
      : [`LEFT JOIN ${resourceNamed(references).table} ${name}_ ON ${name}_.id = t.${column}`],
  );
  const order = key.map((name) => `${cells.find((cell) => cell.name === name)!.value} COLLATE "C"`);
  return `SELECT ${cells.map(({ cell }) => cell).join(', ')} FROM ${table} t ${joins.join(' ')}
    ORDER BY ${order.join(', ')}`;
}

function keyColumn(resource: string): string {
  const { fields, key } = resourceNamed(resource);
  return fieldOf(fields, key[0]!).column;
}

const WRITING = new Set(['EACCES', 'EEXIST', 'ENOTDIR', 'EROFS', 'ENOSPC', 'EPERM', 'EISDIR']);

function unwritable(folder: string, error: unknown): InterurbanError | undefined {
  const code = codeOf(error);
  if (code === undefined || !WRITING.has(code)) return undefined;
  return new InterurbanError('EXPORT_FOLDER', `Expected a folder that can be written, got ${code} for ${folder}.`, {
    cause: error,
  });
}
