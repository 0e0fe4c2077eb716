import path from 'node:path';
import { runMigrations } from '../../src/data/migrate';
import { execute, startTestServer } from './server';

/** Before all tests: one PostgreSQL, and a database in it with every table, which each test that needs one clones. */
export default async function setUp(): Promise<void> {
  // Programs that tests start run from the sources too.
  process.env['NODE_OPTIONS'] =
    `${process.env['NODE_OPTIONS'] ?? ''} --require "${path.join(__dirname, 'register.cjs')}"`;
  const server = await startTestServer();
  globalThis.testServer = server;
  await execute(server.connection, `CREATE DATABASE ${server.template}`);
  await runMigrations({ ...server.connection, database: server.template });
  process.env['INTERURBAN_TEST_SERVER'] = JSON.stringify({ connection: server.connection, template: server.template });
}
