import pg from 'pg';
import type { Config } from '../config';
import { openDatabase } from './connect';
import { runMigrations } from './migrate';

/**
 * Runs something on a connection of its own to the configured database, with every table as it should be; beside a
 * server that uses the same one, or without. The database is left when it is done.
 * @throws ConfigError when there is no such database
 */
export async function withClient<T>(config: Config, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const { connection, stop } = await openDatabase(config);
  try {
    await runMigrations(connection);
    const client = new pg.Client({ ...connection, application_name: 'interurban' });
    await client.connect();
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  } finally {
    await stop();
  }
}
