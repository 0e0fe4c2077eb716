import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { InterurbanError } from '../errors';

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
  const unlock = await lock(connection);
  try {
    const source = await createMigrationSource(connection).initialize();
    try {
      return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await unlock();
  }
}

/** A TypeORM data source that knows every migration, and no entity. */
export function createMigrationSource(connection: pg.ClientConfig): DataSource {
  // Beside the sources when we run from these, else beside the compiled code.
  const files = path.join(__dirname, '../../migrations', `*${path.extname(__filename)}`);
  // TypeORM hands `extra` on to pg as it is, and so takes all that pg takes.
  return new DataSource({ type: 'postgres', extra: connection, migrations: [files] });
}

/**
 * Takes the lock for as long as its session lives. It asks again and again rather than wait in PostgreSQL: a statement that
 * waits holds a snapshot, and what the other process does concurrently would wait for that.
 */
async function lock(connection: pg.ClientConfig): Promise<() => Promise<void>> {
  const client = new pg.Client(connection);
  await client.connect();
  const deadline = Date.now() + PATIENCE;
  while (!(await tryLock(client))) {
    if (Date.now() < deadline) await delay(PAUSE);
    else {
      await client.end();
      throw new InterurbanError(
        'MIGRATION_LOCK',
        'Expected to migrate the database, but another process has been at it for ten minutes.',
      );
    }
  }
  return () => client.end();
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
  return rows[0]?.locked === true;
}
