import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describeFinding } from '../../src/import/findings';
import { importPackage } from '../../src/import/import-package';
import type { ImportReport } from '../../src/import/report';
import type { ImportOptions } from '../../src/import/run';
import { createTestDatabase, type TestDatabase } from '../support/database';

/** An empty database, a connection to it, and folders that are removed with it. */
export class ImportDatabase {
  client: pg.Client;
  private database: TestDatabase;
  private readonly folders: string[] = [];

  async open(): Promise<this> {
    this.database = await createTestDatabase();
    this.client = new pg.Client(this.database.connection);
    await this.client.connect();
    return this;
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.database.drop();
    for (const folder of this.folders) fs.rmSync(folder, { recursive: true, force: true });
  }

  /** A folder with these files. */
  folder(files: Record<string, string | Buffer> = {}): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-import-'));
    this.folders.push(folder);
    for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
    return folder;
  }

  /** Imports files, for better or worse. */
  import(files: Record<string, string | Buffer>, options?: ImportOptions): Promise<ImportReport> {
    return importPackage(this.client, this.folder(files), options);
  }

  /** Imports files that must be right. */
  async load(files: Record<string, string | Buffer>, options?: ImportOptions): Promise<ImportReport> {
    const report = await this.import(files, options);
    expect(report.problems.map(describeFinding)).toEqual([]);
    return report;
  }

  /** The problems of files, a line each; checks that nothing has changed. */
  async problemsOf(files: Record<string, string | Buffer>): Promise<string[]> {
    const before = await this.counts();
    const report = await this.import(files);
    expect(report.changed).toBe(false);
    expect(report.problemCount).toBeGreaterThan(0);
    expect(await this.counts()).toEqual(before);
    return report.problems.map(describeFinding);
  }

  /** The rows of a statement, as texts between commas. */
  async rows(statement: string): Promise<string[]> {
    const { rows } = await this.client.query<unknown[]>({ text: statement, rowMode: 'array' });
    return rows.map((row) => row.join(','));
  }

  private counts(): Promise<string[]> {
    const tables = ['source', 'country', 'city', 'network', 'membership', 'collaboration'];
    return this.rows(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(', ')}`);
  }
}

/** What an import did with the rows of a resource. */
export function countOf({ counts }: ImportReport, resource: string) {
  const { created, changed, unchanged, refused } = counts.find((count) => count.resource === resource)!;
  return { created, changed, unchanged, refused };
}

/** A package that others need: two countries and three cities. */
export const places = {
  'countries.csv': 'code,name\nGB,United Kingdom\nCO,Colombia\n',
  'cities.csv':
    'id,name,country,population,latitude,longitude,wikidata,geonames\n' +
    'london,London,GB,8908081,51.5,-0.12,Q84,2643743\n' +
    'bogota,Bogotá,CO,7412566,4.711,-74.0721,Q2841,3688689\n' +
    'leeds,Leeds,GB,,,,,\n',
};
