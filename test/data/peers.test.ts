import pg from 'pg';
import { seededRandom } from '../../src/insights/algorithms/random';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { untilWaiting } from '../support/until-waiting';

const CITIES = 12;
const COLLABORATIONS = 20;

let database: TestDatabase;
let client: pg.Client;

const sql = async <T extends object>(text: string, values?: unknown[]): Promise<T[]> =>
  (await client.query<T>(text, values)).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const fill = `
  INSERT INTO country (id, code, name) VALUES (1, 'KE', 'Kenya');
  INSERT INTO city (id, slug, name, country_id) SELECT i, 'city-' || i, 'City', 1 FROM generate_series(1, ${CITIES}) i;`;

beforeEach(async () => {
  await sql('TRUNCATE country, collaboration CASCADE');
  expect(await sql('SELECT FROM peer')).toEqual([]);
  await sql(fill);
});

const COUNTED = `
  SELECT a.city_id, b.city_id AS peer_id, c.slug AS peer_slug, sum(1.0 / (n.participants - 1)) AS strength,
    count(*)::integer AS collaboration_count, min(o.started_on) AS first_on, max(o.started_on) AS last_on
  FROM collaboration_participant a
  JOIN collaboration_participant b ON b.collaboration_id = a.collaboration_id AND b.city_id <> a.city_id
  JOIN collaboration o ON o.id = a.collaboration_id
  JOIN (SELECT collaboration_id, count(*) AS participants FROM collaboration_participant GROUP BY 1) n ON n.collaboration_id = o.id
  JOIN city c ON c.id = b.city_id
  GROUP BY a.city_id, b.city_id, c.slug`;

/** The rows that are kept and not counted, or the other way round; cursors compare the text of strengths. */
const wrong = (): Promise<object[]> => {
  const text = (
    rows: string,
  ): string => `SELECT city_id, peer_id, peer_slug, strength::text, collaboration_count, first_on, last_on
    FROM (${rows}) x`;
  const [kept, counted] = [text('SELECT * FROM peer'), text(COUNTED)];
  return sql(`(${kept} EXCEPT ${counted}) UNION ALL (${counted} EXCEPT ${kept})`);
};

const peerCount = async (): Promise<number> => (await sql<{ n: number }>('SELECT count(*)::int AS n FROM peer'))[0]!.n;

/** A collaboration of these cities. */
const collaborate = (id: number, cities: readonly number[], startedOn: string | null = null): string => `
  INSERT INTO collaboration (id, slug, kind, started_on, date_precision)
    VALUES (${id}, 'collaboration-${id}', 'WORKSHOP', ${startedOn ? `'${startedOn}', 'DAY'` : 'NULL, NULL'});
  INSERT INTO collaboration_participant VALUES ${cities.map((city) => `(${id}, ${city})`).join(', ')};`;

test('the strongest, their collaborations, and the days of the first and the last', async () => {
  await sql(collaborate(1, [1, 2], '2010-01-01') + collaborate(2, [1, 2, 3], '2001-01-01') + collaborate(3, [1, 2]));
  const of = (city: number) =>
    sql(`SELECT peer_id, round(strength, 3)::float8 AS strength, collaboration_count AS n,
    first_on::text, last_on::text FROM peer WHERE city_id = ${city} ORDER BY peer_id`);
  expect(await of(1)).toEqual([
    { peer_id: 2, strength: 2.5, n: 3, first_on: '2001-01-01', last_on: '2010-01-01' },
    { peer_id: 3, strength: 0.5, n: 1, first_on: '2001-01-01', last_on: '2001-01-01' },
  ]);
  await sql('DELETE FROM collaboration WHERE id = 2');
  expect(await of(1)).toEqual([{ peer_id: 2, strength: 2, n: 2, first_on: '2010-01-01', last_on: '2010-01-01' }]);
  expect(await of(3)).toEqual([]);
});

/** Ways to write of collaborations, each at random. */
function writes(random: () => number): Record<string, () => string> {
  const upTo = (count: number): number => 1 + Math.floor(random() * count);
  const some = (count: number, of: number): number[] => [...new Set(Array.from({ length: count }, () => upTo(of)))];
  const day = (): string => (random() < 0.3 ? 'NULL' : `date '2000-01-01' + ${upTo(20)}`);
  return {
    record: () => `INSERT INTO collaboration (id, slug, kind, started_on, date_precision)
        SELECT i, 'collaboration-' || i, 'WORKSHOP', ${day()}, 'DAY' FROM unnest('{${some(3, COLLABORATIONS).join()}}'::int[]) i
        ON CONFLICT DO NOTHING;
      INSERT INTO collaboration_participant (collaboration_id, city_id)
        SELECT o.id, c.id FROM collaboration o, unnest('{${some(upTo(6), CITIES).join()}}'::int[]) c(id)
        WHERE o.participant_count = 0 ON CONFLICT DO NOTHING`,
    join: () => `INSERT INTO collaboration_participant (collaboration_id, city_id)
      SELECT o.id, ${upTo(CITIES)} FROM collaboration o WHERE o.id % 3 = ${upTo(3) - 1} ON CONFLICT DO NOTHING`,
    leave: () =>
      `DELETE FROM collaboration_participant p WHERE city_id = ${upTo(CITIES)} AND collaboration_id % 2 = ${upTo(2) - 1}`,
    dissolve: () => `DELETE FROM collaboration WHERE id = ANY ('{${some(3, COLLABORATIONS).join()}}')`,
    date: () => `UPDATE collaboration SET started_on = ${day()} WHERE id % 4 = ${upTo(4) - 1}`,
    move: () => {
      const [from, to] = [upTo(CITIES), upTo(CITIES)];
      const isThere = `EXISTS (SELECT FROM collaboration_participant o WHERE o.collaboration_id = p.collaboration_id AND o.city_id = ${to})`;
      return `WITH moved AS (UPDATE collaboration_participant p SET city_id = ${to} WHERE city_id = ${from} AND NOT ${isThere} RETURNING 1)
        DELETE FROM collaboration_participant p WHERE city_id = ${from} AND city_id <> ${to} AND ${isThere}`;
    },
    regroup: () => `UPDATE collaboration_participant p SET collaboration_id = o.id FROM collaboration o
      WHERE o.id = ${upTo(COLLABORATIONS)} AND p.collaboration_id = ${upTo(COLLABORATIONS)}
        AND NOT EXISTS (SELECT FROM collaboration_participant k WHERE k.collaboration_id = o.id AND k.city_id = p.city_id)`,
    rename: () => `UPDATE city SET slug = 'city-${upTo(CITIES)}-' || ${upTo(1e9)} WHERE id = ${upTo(CITIES)}`,
    retitle: () => `UPDATE collaboration SET slug = slug || 'x' WHERE id = ${upTo(COLLABORATIONS)}`,
  };
}

test.each([1, 2, 3, 4, 5])(
  'after each of many writes of all kinds, some taken back, there is what is counted (%i)',
  async (seed) => {
    const random = seededRandom(seed);
    const ways = Object.values(writes(random));
    let most = 0;
    for (let i = 0; i < 150; i++) {
      const write = ways[Math.floor(random() * ways.length)]!();
      // Those with a single participant left are dissolved: nothing else is committed.
      const dissolve = 'DELETE FROM collaboration WHERE participant_count < 2';
      const isTakenBack = random() < 0.1;
      for (const statement of ['BEGIN', write, dissolve]) await sql(statement);
      expect({ write, wrong: await wrong() }).toEqual({ write, wrong: [] });
      await sql(isTakenBack ? 'ROLLBACK' : 'COMMIT');
      expect(await wrong()).toEqual([]);
      most = Math.max(most, await peerCount());
    }
    expect(most).toBeGreaterThan(CITIES);
  },
);

test('collaborations of the same cities, recorded at the same time', async () => {
  const other = new pg.Client(database.connection);
  await other.connect();
  try {
    const [{ pid }] = (await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows as [{ pid: number }];
    await sql(`BEGIN;${collaborate(1, [1, 2, 3])}`);
    const second = other.query(collaborate(2, [3, 2]));
    await untilWaiting({ sql }, pid);
    await sql('COMMIT');
    await second;
    expect(await wrong()).toEqual([]);
    await sql(`BEGIN; DELETE FROM collaboration WHERE id = 1`);
    const third = other.query(collaborate(3, [4, 1, 2]));
    await untilWaiting({ sql }, pid);
    await sql('COMMIT');
    await third;
    expect(await wrong()).toEqual([]);
    await sql(`BEGIN; UPDATE city SET slug = 'renamed' WHERE id = 2`);
    const fourth = other.query(collaborate(4, [5, 2]));
    await untilWaiting({ sql }, pid);
    await sql('COMMIT');
    await fourth;
    expect(await wrong()).toEqual([]);
  } finally {
    await other.end();
  }
});

test('those who write city by city wait for one another, and none is refused', async () => {
  const writeAll = async (writer: number): Promise<void> => {
    const random = seededRandom(writer);
    const own = new pg.Client(database.connection);
    await own.connect();
    try {
      for (let i = 0; i < 20; i++) {
        const cities = [1, 2, 3, 4, 5, 6].sort(() => random() - 0.5).slice(0, 4);
        const [id, [first, second, ...others]] = [100 * writer + (i % 3), cities as [number, number, ...number[]]];
        const joining = others.map((city) => `INSERT INTO collaboration_participant VALUES (${id}, ${city});`);
        await own.query(
          `BEGIN; DELETE FROM collaboration WHERE id = ${id}; ${collaborate(id, [first, second]) + joining.join('')} COMMIT`,
        );
      }
    } finally {
      await own.end();
    }
  };
  await Promise.all([1, 2, 3, 4].map(writeAll));
  expect(await wrong()).toEqual([]);
  expect(await peerCount()).toBe(30);
});

test('rows that are right are not written again', async () => {
  await sql(collaborate(1, [1, 2, 3, 4]));
  const versions = () => sql('SELECT xmin, ctid, city_id, peer_id FROM peer ORDER BY city_id, peer_id');
  const before = await versions();
  await sql('SELECT count_peers(ARRAY(SELECT id FROM city))');
  await sql(`UPDATE collaboration SET kind = 'MENTORING', slug = 'other'`);
  await sql(`UPDATE city SET name = 'Other'`);
  expect(await versions()).toEqual(before);
});

test('what was filled past the triggers is counted anew', async () => {
  await sql(collaborate(1, [1, 2, 3]));
  await sql(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    DELETE FROM collaboration_participant WHERE city_id = 3;
    INSERT INTO collaboration (id, slug, kind, participant_count) VALUES (2, 'other', 'TWINNING', 2);
    INSERT INTO collaboration_participant VALUES (2, 4), (2, 5);
    UPDATE collaboration SET participant_count = 2;
    UPDATE city SET slug = 'renamed' WHERE id = 1;
  END $$`);
  expect(await wrong()).not.toEqual([]);
  await sql('SELECT count_peers(ARRAY(SELECT id FROM city))');
  expect(await wrong()).toEqual([]);
});
