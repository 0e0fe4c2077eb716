import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { InterurbanError } from '../errors';
import { migrationTimestamps } from './migration-files';

/** The key of the advisory lock that one process holds while it migrates a database: "Interurb" in ASCII. */
const LOCK = '5291294591267730018';

// How long to wait for another process that migrates, and how often to look, in milliseconds.
const PATIENCE = 600_000;
const PAUSE = 100;

/**
 * Brings a database up to date. Processes that start at the same time do it one after another.
 * @returns the names of the migrations that it ran, oldest first
 * @throws InterurbanError when another process migrates for longer than ten minutes
 */
export async function runMigrations(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    if (await isUpToDate(client)) return [];
    await lock(client);
    const { createMigrationSource } = require('./migration-source') as typeof import('./migration-source');
    const source = await createMigrationSource(connection).initialize();
    try {
      return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

/** Whether every migration has run, which is so nearly always: none of them is then loaded, and nobody waits for the lock. */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  if (rows[0]?.exists !== true) return false;
  const applied = await client.query<{ timestamp: string }>('SELECT timestamp FROM migrations');
  const timestamps = new Set(applied.rows.map(({ timestamp }) => timestamp));
  return (await migrationTimestamps()).every((timestamp) => timestamps.has(timestamp));
}

/**
 * Takes the lock for as long as the client's session lives. It asks again and again rather than wait in PostgreSQL: a statement that
 * waits holds a snapshot, and what the other process does concurrently would wait for that.
 */
async function lock(client: pg.Client): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await tryLock(client))) {
    if (Date.now() >= deadline)
      throw new InterurbanError(
        'MIGRATION_LOCK',
        'Expected to migrate the database, but another process has been at it for ten minutes.',
      );
    await delay(PAUSE);
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
  return rows[0]?.locked === true;
}
