import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { execute, type TestServer } from './server';

export interface TestDatabase {
  connection: pg.ClientConfig;
  /** Removes the database, and ends the connections that are still open to it. */
  drop: () => Promise<void>;
}

/** A database of its own for a test: every table, no row. Takes about 40 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { connection, template } = readTestServer();
  const name = `interurban_test_${randomBytes(6).toString('hex')}`;
  await execute(connection, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    connection: { ...connection, database: name },
    drop: () => execute(connection, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The PostgreSQL of this test run: what connects to its maintenance database, and the template's name. */
export function readTestServer(): Pick<TestServer, 'connection' | 'template'> {
  const server = process.env['INTERURBAN_TEST_SERVER'];
  if (server === undefined) throw new Error('Expected the server that test/support/global-setup.ts starts.');
  return JSON.parse(server) as Pick<TestServer, 'connection' | 'template'>;
}
