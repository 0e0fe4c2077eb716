import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { exportPackage } from '../src/export/export-package';
import { importGazetteer } from '../src/import/gazetteer';
import { importPackage } from '../src/import/import-package';
import type { ImportReport } from '../src/import/report';
import { openBenchDatabase } from './database';

const ROUNDS = 5;
const COLUMNS = `id, slug, name, country_id, region, population, latitude, longitude, wikidata_id, geonames_id, unlocode,
  cdp_id, gcom_id, source_id`;

/**
 * `npm run bench -- import [rounds]`: the gazetteer's 135,233 cities, imported from the list and from a data package, against a
 * plain COPY of the same rows into a table with the same columns, checks and indexes. Each round runs all three.
 */
export async function run([rounds = String(ROUNDS)]: string[]): Promise<void> {
  const database = await openBenchDatabase(0);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  const client = new pg.Client(database.connection);
  try {
    await client.connect();
    await measure(client, folder, Number(rounds));
  } finally {
    await client.end();
    await database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(client: pg.Client, folder: string, rounds: number): Promise<void> {
  const rows = path.join(folder, 'city.copy');
  const gazetteer = (): Promise<unknown> => importGazetteer(client).then(complete);
  // The first run also makes what the others read, and decodes the list.
  await empty(client);
  const first = await timed(gazetteer);
  await exportPackage(client, folder);
  await pipeline(client.query(copyTo(`COPY (SELECT ${COLUMNS} FROM city) TO STDOUT`)), fs.createWriteStream(rows));
  const contenders: Record<string, () => Promise<unknown>> = {
    'plain COPY': () => copy(client, rows),
    'import of a data package': () => importPackage(client, folder).then(complete),
    'import gazetteer': gazetteer,
  };
  const times = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      await empty(client);
      times.get(name)!.push(await timed(contender));
    }
  }
  print(times, first);
}

/** Leaves the tables as after a migration, and none of the work of the last contender to do. */
async function empty(client: pg.Client): Promise<void> {
  await client.query('TRUNCATE source, country CASCADE');
  await client.query('DROP TABLE IF EXISTS city_copy');
  await client.query('CREATE TABLE city_copy (LIKE city INCLUDING ALL)');
  await client.query('CHECKPOINT');
}

const copy = (client: pg.Client, rows: string): Promise<void> =>
  pipeline(fs.createReadStream(rows), client.query(copyFrom(`COPY city_copy (${COLUMNS}) FROM STDIN`)));

function complete({ counts, problems }: ImportReport): void {
  const created = counts.find(({ resource }) => resource === 'cities')?.created;
  if (created !== 135_233) throw new Error(`Expected 135233 cities, but got ${created}: ${JSON.stringify(problems[0])}.`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function print(times: ReadonlyMap<string, readonly number[]>, first: number): void {
  const [base] = [...times.values()].map(median) as [number];
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log('\n135,233 cities              median   × COPY   rounds');
  for (const [name, values] of times) {
    const ratio = (median(values) / base).toFixed(2);
    console.log(
      `${name.padEnd(26)}${seconds(median(values)).padStart(8)}${ratio.padStart(9)}   ${values.map(seconds).join(', ')}`,
    );
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`\nThe first import of the gazetteer, with the decoding of its list: ${seconds(first)}.`);
  console.log(`Peak memory of this process, which did all of it: ${peak} MB.`);
}
