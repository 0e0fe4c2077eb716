import pg from 'pg';
import { createDatabase, type Database } from '../../src/data/database';
import { types } from '../../src/data/types';
import { createTestDatabase, type TestDatabase } from '../support/database';

let made: TestDatabase;
let database: Database;
let driver: pg.Client;

beforeAll(async () => {
  made = await createTestDatabase();
  database = createDatabase(made.connection, { poolSize: 1, statementTimeout: 0 });
  driver = new pg.Client({ ...made.connection, options: database.pool.options.options });
  await driver.connect();
});

afterAll(async () => {
  await driver.end();
  await database.close();
  await made.drop();
});

const rowsOf = (text: string, values: unknown[] = []): Promise<unknown> => database.rows({ text, values });

/** What is made of rows that were sent, column by column. */
async function valuesOf(text: string, width: number): Promise<unknown> {
  const rows = await database.sent({ text, values: [] });
  return rows.map((row) => Array.from({ length: width }, (_, i) => row.value(i)));
}

/** What the driver makes of it. */
const expected = async (text: string): Promise<unknown[][]> =>
  (await driver.query({ text, rowMode: 'array', types })).rows as unknown[][];

test.each([
  ['integers', 'SELECT 0::int2, (-32768)::int2, 2147483647, -2147483648, 7::int8, 9007199254740993::int8, NULL::int'],
  [
    'other numbers',
    "SELECT 1.5::float8, -0.1::float4, 12.30::numeric, 'NaN'::float8, '-Infinity'::float8, 1e300::float8",
  ],
  [
    'doubles',
    "SELECT 1.5::float8, 0.1::float8, '-0'::float8, 'NaN'::float8, '-Infinity'::float8, 5e-324::float8, NULL::float8",
  ],
  [
    'long integers',
    'SELECT 9007199254740993, -9007199254740993, 9223372036854775807, -9223372036854775808, -1::int8, 4294967296',
  ],
  [
    'texts',
    "SELECT '', 'Bogotá', '北京 \u{1f6b2}', 'a'::varchar, 'b'::char(3), 'c'::\"char\", NULL::text, repeat('é', 100000)",
  ],
  [
    'short and long texts in one row',
    "SELECT 'a', 'ä', 'twelve chars', 'thirteenchars', repeat('x', 300), 'é', 'b', NULL, ''",
  ],
  ['dates and times', "SELECT DATE '2012-03-01', TIMESTAMPTZ '2012-03-01 10:00:00.123456+02', INTERVAL '1 day'"],
  ['truth', 'SELECT true, false, NULL::bool'],
  ['JSON', `SELECT '{"a":[1,null,"é"]}'::json, '[{"b":2}]'::jsonb, 'null'::jsonb`],
  ['lists', "SELECT ARRAY['en', 'zh-Hant', 'a,b'], ARRAY[1, 2, NULL], '{}'::text[]"],
  ['bytes', "SELECT '\\x00ff'::bytea"],
  ['several rows', 'SELECT n, n::text FROM generate_series(1, 5000) n'],
  ['no row', 'SELECT 1 WHERE false'],
  ['no column', 'SELECT FROM generate_series(1, 2)'],
])('%s are what the driver makes of them, each time', async (_what, text) => {
  const rows = await expected(text);
  // Once alone, once to be prepared, and then as it is done best.
  for (let i = 0; i < 4; i++) expect(await rowsOf(text)).toEqual(rows);
  for (let i = 0; i < 2; i++) expect(await valuesOf(text, rows[0]?.length ?? 0)).toEqual(rows);
});

test('a value of a hundred chunks', async () => {
  const [[value]] = (await rowsOf("SELECT repeat('0123456789', 700000)")) as [[string]];
  expect(value).toBe('0123456789'.repeat(700_000));
});

test('a statement that fails half way gives no rows, and the connection goes on', async () => {
  const divided = rowsOf('SELECT 1 / (3 - n) FROM generate_series(1, 5) n');
  await expect(divided).rejects.toMatchObject({ code: '22012', message: 'division by zero' });
  expect(await rowsOf('SELECT $1::int + 1', [1])).toEqual([[2]]);
});

test('a named statement gives the same each time', async () => {
  for (let i = 0; i < 4; i++) expect(await rowsOf('SELECT $1::text, 1', [`${i}`])).toEqual([[`${i}`, 1]]);
});

test('a named statement takes all kinds of values each time', async () => {
  const text = 'SELECT $1::int, $2::bool, $3::text[], $4::text, $5::date';
  for (let i = 0; i < 4; i++) {
    const values = [i, i % 2 === 0, ['a,b', `${i}`, null], i === 3 ? null : 'é', '2012-03-01'];
    expect(await rowsOf(text, values)).toEqual([values]);
  }
});

test('a named statement that fails once goes on afterwards', async () => {
  const divided = (by: number): Promise<unknown> =>
    rowsOf('SELECT n, 12 / (n - $1::int) FROM generate_series(1, 2) n', [by]);
  for (let i = 0; i < 3; i++) expect(await divided(0)).toEqual([[1, 12], [2, 6]]); // prettier-ignore
  await expect(divided(2)).rejects.toMatchObject({ code: '22012' });
  expect(await divided(3)).toEqual([[1, -6], [2, -12]]); // prettier-ignore
});

test('a named statement whose columns have become others is refused', async () => {
  await driver.query('CREATE TABLE changing AS SELECT 1 AS one');
  for (let i = 0; i < 3; i++) expect(await rowsOf('SELECT * FROM changing')).toEqual([[1]]);
  await driver.query("ALTER TABLE changing ALTER one TYPE text USING 'x'");
  await expect(rowsOf('SELECT * FROM changing')).rejects.toMatchObject({ code: '0A000' });
});

test('a connection that ends in mid-statement fails it, and the next one has another', async () => {
  const ended = rowsOf('SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)');
  await expect(ended).rejects.toMatchObject({ code: '57P01' });
  expect(await rowsOf('SELECT 1')).toEqual([[1]]);
});

test('other questions of the driver are answered on the same connection', async () => {
  await rowsOf('SELECT 1');
  expect((await database.pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});
