import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { exportPackage } from '../src/export/export-package';
import { openBenchDatabase } from './database';
import type { ImportMeasurement, ImportTask } from './import-worker';

const ROUNDS = '5';
const CITIES = 135_233;
const COLUMNS = `id, slug, name, country_id, region, population, latitude, longitude, wikidata_id, geonames_id,
  unlocode, cdp_id, gcom_id, source_id`;

type Measured = Pick<ImportMeasurement, 'milliseconds' | 'peak'>;

/**
 * `npm run bench -- import [rounds]`: the gazetteer's 135,233 cities, imported from the list and from a data package,
 * against a plain COPY of the same rows into a table with the same columns, checks and indexes. Each round runs all
 * three.
 */
export async function run([rounds = ROUNDS]: string[]): Promise<void> {
  const database = await openBenchDatabase(0);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  const client = new pg.Client(database.connection);
  try {
    await client.connect();
    await compare(client, database.connection, folder, Number(rounds));
  } finally {
    await client.end();
    await database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(client: pg.Client, connection: pg.ClientConfig, folder: string, rounds: number): Promise<void> {
  const rows = path.join(folder, 'city.copy');
  const contenders: Record<string, () => Promise<Measured>> = {
    'plain COPY': () => copy(client, rows),
    'import of a data package': () => importInProcess({ connection, folder }),
    'import gazetteer': () => importInProcess({ connection }),
  };
  // Makes what the others read.
  await importInProcess({ connection });
  await exportPackage(client, folder);
  await pipeline(client.query(copyTo(`COPY (SELECT ${COLUMNS} FROM city) TO STDOUT`)), fs.createWriteStream(rows));
  const results = new Map(Object.keys(contenders).map((name) => [name, [] as Measured[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      await empty(client);
      results.get(name)!.push(await contender());
    }
  }
  print(results);
}

/** Leaves the tables as after a migration, and none of the work of the last contender to do. */
async function empty(client: pg.Client): Promise<void> {
  await client.query('TRUNCATE source, country CASCADE');
  await client.query('DROP TABLE IF EXISTS city_copy');
  await client.query('CREATE TABLE city_copy (LIKE city INCLUDING ALL)');
  await client.query('CHECKPOINT');
}

async function copy(client: pg.Client, rows: string): Promise<Measured> {
  const start = performance.now();
  await pipeline(fs.createReadStream(rows), client.query(copyFrom(`COPY city_copy (${COLUMNS}) FROM STDIN`)));
  return { milliseconds: performance.now() - start, peak: 0 };
}

/** Imports in a process of its own, for its memory to be told. */
function importInProcess(task: ImportTask): Promise<ImportMeasurement> {
  const child = fork(require.resolve('./import-worker'));
  child.send(task);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Expected an import, but its process ended with ${code}.`)));
    child.once('message', (measurement: ImportMeasurement) => {
      if (measurement.created === CITIES) resolve(measurement);
      else reject(new Error(`Expected ${CITIES} new cities, but got ${measurement.created}.`));
    });
  });
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function print(results: ReadonlyMap<string, readonly Measured[]>): void {
  const timesOf = (measured: readonly Measured[]): number[] => measured.map(({ milliseconds }) => milliseconds);
  const [base] = [...results.values()].map((measured) => median(timesOf(measured))) as [number];
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log('\n135,233 cities              median   × COPY   peak memory   rounds');
  for (const [name, measured] of results) {
    const times = timesOf(measured);
    const peak = Math.max(...measured.map((one) => one.peak));
    const cells = [
      seconds(median(times)).padStart(8),
      (median(times) / base).toFixed(2).padStart(9),
      (peak === 0 ? '' : `${Math.round(peak)} MB`).padStart(14),
    ];
    console.log(`${name.padEnd(26)}${cells.join('')}   ${times.map(seconds).join(', ')}`);
  }
}
