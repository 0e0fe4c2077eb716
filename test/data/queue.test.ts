import type pg from 'pg';
import { createDatabase, Database, type Row } from '../../src/data/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

let made: TestDatabase;
let database: Database;
/** Another way in, for what the tests do meanwhile. */
let beside: pg.Pool;

beforeAll(async () => {
  made = await createTestDatabase();
  beside = createDatabase(made.connection, { poolSize: 1, statementTimeout: 0 }).pool;
});
beforeEach(() => (database = open()));
afterEach(() => database.close());
afterAll(async () => {
  await beside.end();
  await made.drop();
});

/** A database with one connection. However slow the machine is, statements are run as one. */
function open(statementTimeout = 0): Database {
  const { pool } = createDatabase(made.connection, { poolSize: 1, statementTimeout });
  pool.on('error', () => undefined); // Of connections that a test ends.
  return new Database(pool, Infinity);
}

type Asked = readonly [values: unknown[], signal?: AbortSignal];

/** Asks while the only connection is taken, so that all of them wait for it. */
async function askAtOnce(text: string, all: readonly Asked[]): Promise<Promise<Row[]>[]> {
  const connection = await database.pool.connect();
  const rows = all.map(([values, signal]) => database.rows({ text, values }, signal));
  connection.release();
  return rows;
}

/** Has a text run often enough for all that is run as one to be prepared. */
async function prepare(text: string, values: unknown[]): Promise<void> {
  for (let i = 0; i < 2; i++) await database.rows({ text, values });
  for (let i = 0; i < 2; i++)
    for (const size of [8, 4, 2]) await Promise.all(await askAtOnce(text, Array(size).fill([values])));
}

const settled = async (rows: Promise<Row[]>[]): Promise<unknown[]> =>
  (await Promise.allSettled(rows)).map((one) =>
    one.status === 'fulfilled' ? one.value : (one.reason as Error).message,
  );

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The same for all that are run as one. */
const BEGUN = 'statement_timestamp()::text';

test('what waits for a connection is run as one, up to eight at a time', async () => {
  const text = `SELECT ${BEGUN}, $1::integer`;
  await prepare(text, [0]);
  const rows = await Promise.all(
    await askAtOnce(
      text,
      numbers(15).map((i) => [[i]]),
    ),
  );
  const begun = rows.map(([row]) => row![0]);
  expect(rows.map(([row]) => row![1])).toEqual(numbers(15));
  expect(numbers(15).map((i) => begun.indexOf(begun[i]))).toEqual([
    ...Array<number>(8).fill(0),
    ...Array<number>(4).fill(8),
    ...Array<number>(2).fill(12),
    14,
  ]);
});

test('what has its own connection is run alone', async () => {
  const text = `SELECT ${BEGUN}, $1::integer`;
  await prepare(text, [0]);
  const [one] = await database.rows({ text, values: [1] });
  const [other] = await database.rows({ text, values: [2] });
  expect(one).not.toContain(other![0]);
});

test('each gets its own rows, in their order, whatever the values are', async () => {
  const text = `SELECT s.n, s.n::text AS n, $1::text, $2::text[], $3::double precision, $4::date
    FROM generate_series(1, $5::integer) AS s(n) ORDER BY s.n DESC`;
  const values = [
    ['Bogotá \\ "北京" $1', ['a,b', '{', null], 1.5, '2012-03-01', 3],
    [null, null, null, null, 1],
    ['', [], -0.1, null, 0],
    ["'; SELECT 1; --", ['NULL'], 1e300, 'infinity', 200],
  ];
  await prepare(text, values[0]!);
  const alone: Row[][] = [];
  for (const own of values) alone.push(await database.rows({ text, values: own }));
  expect(
    await Promise.all(
      await askAtOnce(
        text,
        values.map((own) => [own]),
      ),
    ),
  ).toEqual(alone);
  expect(alone.map(({ length }) => length)).toEqual([3, 1, 0, 200]);
});

test('one that fails takes no other with it', async () => {
  const text = 'SELECT 12 / $1::integer';
  await prepare(text, [1]);
  const rows = await settled(
    await askAtOnce(
      text,
      [1, 0, 3, 4].map((value) => [[value]]),
    ),
  );
  expect(rows).toEqual([[[12]], 'division by zero', [[4]], [[3]]]);
});

test('a text that PostgreSQL does not take so is run alone', async () => {
  const text = 'SELECT n FROM generate_series(1, 9) n ORDER BY n LIMIT $1::bigint';
  await prepare(text, [1]);
  const rows = await Promise.all(
    await askAtOnce(
      text,
      [1, 2, 3].map((value) => [[value]]),
    ),
  );
  expect(rows.map(({ length }) => length)).toEqual([1, 2, 3]);
});

describe('of those who wait', () => {
  // Each waits until it gets a lock of its own.
  const LOCK = 'SELECT $1::integer FROM pg_advisory_xact_lock_shared($1::integer)';
  const GET_LOCK = 'SELECT pg_advisory_lock($1)';
  let lock: pg.PoolClient;
  beforeEach(async () => {
    await prepare(LOCK_TEXT, [0]);
    lock = await beside.connect();
    await lock.query(GET_LOCK, [7]);
  });
  afterEach(async () => {
    await lock.query('SELECT pg_advisory_unlock_all()');
    lock.release();
  });
  const LOCK_TEXT = LOCK.replace('SELECT $1::integer', 'SELECT 1');

  /** Waits until a statement of the database is waiting for a lock, or none is. */
  async function untilLocked(isLocked: boolean): Promise<void> {
    for (;;) {
      const { rows } = await lock.query(`SELECT FROM pg_locks l JOIN pg_stat_activity USING (pid)
        WHERE l.locktype = 'advisory' AND NOT granted AND datname = current_database()`);
      if (rows.length > 0 === isLocked) return;
    }
  }

  test('one leaves: they hear it at once, and the others are answered', async () => {
    const leaving = new AbortController();
    const staying = new AbortController();
    const [left, ...others] = await askAtOnce(LOCK_TEXT, [[[7], leaving.signal], [[8], staying.signal], [[9]]]);
    await untilLocked(true);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    await untilLocked(true);
    await lock.query('SELECT pg_advisory_unlock(7)');
    expect(await settled(others)).toEqual([[[1]], [[1]]]);
  });

  test('all leave: PostgreSQL is told to end what they waited for', async () => {
    const leaving = [new AbortController(), new AbortController()];
    const rows = await askAtOnce(
      LOCK_TEXT,
      leaving.map(({ signal }) => [[7], signal]),
    );
    await untilLocked(true);
    for (const one of leaving) one.abort(new Error('gone'));
    expect(await settled(rows)).toEqual(['gone', 'gone']);
    await untilLocked(false);
    expect(await database.rows({ text: LOCK_TEXT, values: [8] })).toEqual([[1]]);
  });

  test('one leaves before it is their turn: nothing is run for them', async () => {
    const connection = await database.pool.connect();
    const leaving = new AbortController();
    const left = database.rows({ text: LOCK_TEXT, values: [7] }, leaving.signal);
    const other = database.rows({ text: LOCK_TEXT, values: [8] });
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    connection.release();
    expect(await other).toEqual([[1]]);
  });

  test('all are told of a connection that is lost, and the next one has another', async () => {
    const rows = await askAtOnce(LOCK_TEXT, [[[7]], [[8]]]);
    await untilLocked(true);
    await lock.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%asked%' AND pid <> pg_backend_pid()`);
    const told = await settled(rows);
    expect(told).toEqual(Array(2).fill(expect.stringMatching(/terminat/i)));
    expect(await database.rows({ text: LOCK_TEXT, values: [8] })).toEqual([[1]]);
  });
});

test('what takes long together is answered each by itself', async () => {
  await database.close();
  database = open(1000);
  const text = 'SELECT $1::integer, pg_sleep($2::double precision)';
  await prepare(text, [0, 0]);
  const rows = await settled(
    await askAtOnce(
      text,
      numbers(8).map((i) => [[i, 0.2]]),
    ),
  );
  expect(rows).toEqual(numbers(8).map((i) => [[i, '']]));
});

test('what has taken long is not run as one', async () => {
  database = new Database(database.pool);
  const text = `SELECT ${BEGUN}, pg_sleep($1::double precision)`;
  await prepare(text, [0]);
  await database.rows({ text, values: [0.3] });
  const rows = await Promise.all(await askAtOnce(text, [[[0]], [[0]]]));
  expect(rows[0]![0]![0]).not.toBe(rows[1]![0]![0]);
});
