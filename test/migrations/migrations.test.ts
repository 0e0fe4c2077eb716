import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { runMigrations } from '../../src/data/migrate';
import { createMigrationSource } from '../../src/data/migration-source';
import { NamingStrategy } from '../../src/data/naming-strategy';
import { Source } from '../../src/data/source';
import { entities } from '../../src/subgraphs';
import { readTestServer } from '../support/database';
import { execute } from '../support/server';

/** Tables that are written by SQL alone. */
const WITHOUT_ENTITY = new Set([
  'event',
  'event_inbox',
  'event_log',
  'idempotency_key',
  'published_document',
  'untold_change',
]);

const name = `interurban_test_${randomBytes(6).toString('hex')}`;
const server = readTestServer().connection;
const connection: pg.ClientConfig = { ...server, database: name };

beforeAll(() => execute(server, `CREATE DATABASE ${name}`));
afterAll(() => execute(server, `DROP DATABASE ${name} WITH (FORCE)`));

const OBJECTS = `
  SELECT 'table ' || tablename AS object FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION SELECT 'function ' || p.oid::regprocedure FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM
    pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> to_regclass('migrations')
  ORDER BY 1`;

/** Everything that migrations make, as PostgreSQL describes it. */
async function objects(): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<{ object: string }>(OBJECTS)).rows.map(({ object }) => object);
  } finally {
    await client.end();
  }
}

async function undoAll(): Promise<void> {
  const source = await createMigrationSource(connection).initialize();
  try {
    for (let count = source.migrations.length; count > 0; count--)
      await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

test('up, down and up again', async () => {
  const names = await runMigrations(connection);
  expect(names.length).toBeGreaterThan(0);
  const made = await objects();
  expect(made).toContain('table city');
  await undoAll();
  expect(await objects()).toEqual([]);
  expect(await runMigrations(connection)).toEqual(names);
  expect(await objects()).toEqual(made);
});

test('what has run does not run again', async () => {
  expect(await runMigrations(connection)).toEqual([]);
});

test('the last one alone, where the others have run', async () => {
  const source = await createMigrationSource(connection).initialize();
  const last = source.migrations.at(-1)!.constructor.name;
  await source.undoLastMigration({ transaction: 'each' });
  await source.destroy();
  expect(await runMigrations(connection)).toEqual([last]);
});

test('entities and tables are the same', async () => {
  const source = new DataSource({
    type: 'postgres',
    extra: connection,
    entities: [Source, ...entities],
    namingStrategy: new NamingStrategy(),
  });
  await source.initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    const tables = (await objects()).flatMap((object) => /^table (.*)$/.exec(object)?.[1] ?? []);
    const described = tables.filter((table) => !WITHOUT_ENTITY.has(table));
    expect(source.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(described.sort());
  } finally {
    await source.destroy();
  }
});
