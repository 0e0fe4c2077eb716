import pg from 'pg';
import { readTestServer } from '../../test/support/database';
import { execute } from '../../test/support/server';
import { runMigrations } from './migrate';

const { connection } = readTestServer();
const name = `interurban_test_migrate_${process.pid}`;
const database: pg.ClientConfig = { ...connection, database: name };

beforeAll(() => execute(connection, `CREATE DATABASE ${name}`));
afterAll(() => execute(connection, `DROP DATABASE ${name} WITH (FORCE)`));

test('migrates once when several processes start at the same time', async () => {
  const runs = await Promise.all([runMigrations(database), runMigrations(database), runMigrations(database)]);
  const [first, ...others] = runs.sort((a, b) => b.length - a.length);
  expect(first).not.toEqual([]);
  expect(others).toEqual([[], []]);
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  await client.end();
  expect(rows.map((row) => row.name)).toEqual(first);
});
