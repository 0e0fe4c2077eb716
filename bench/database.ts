import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDatabase } from '../src/data/connect';
import { runMigrations } from '../src/data/migrate';
import { importPackage } from '../src/import/import-package';
import { generate } from './generate';

/** A database that the bench has made for itself. */
export interface BenchDatabase {
  connection: pg.ClientConfig;
  version: number;
  /** Removes it. */
  drop(): Promise<void>;
}

/**
 * A migrated database with generated rows, none where the size is 0: on the server of DATABASE_URL, or on an embedded one in a
 * folder that is removed afterwards.
 * @param data folder of a data package whose rows are among them
 */
export async function openBenchDatabase(size: number, data?: string): Promise<BenchDatabase> {
  const folder = temporaryFolder();
  const database = await openDatabase({ databaseUrl: process.env['DATABASE_URL'] || undefined, dataDir: folder });
  const name = `interurban_bench_${process.pid}`;
  const { connection: server } = database;
  const drop = async (): Promise<void> => {
    await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void drop().finally(() => process.exit(130)));
  try {
    await execute(server, `CREATE DATABASE ${name}`);
    const connection = { ...server, database: name };
    await runMigrations(connection);
    if (data !== undefined) await load(connection, data);
    if (size > 0) await generate(connection, { size });
    return { connection, version: database.version, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'interurban-bench-'));
  fs.chmodSync(folder, 0o711); // for PostgreSQL's own user
  return folder;
}

async function load(connection: pg.ClientConfig, data: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await importPackage(client, data);
  } finally {
    await client.end();
  }
}

async function execute(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
