import pg from 'pg';
import { DOWNWARDS, UNDATED, UPWARDS } from '../../src/insights/graph/graph';
import { linksOf } from '../../src/insights/graph/links';
import type { DerivedGraph } from '../../src/insights/store/derive-graph';
import { type GraphFilter, filterKey } from '../../src/insights/store/filter';
import { GraphStore, GraphVersionGone, type StoredGraph } from '../../src/insights/store/graph-store';
import { HELD_MILLISECONDS, HELD_VERSIONS } from '../../src/insights/store/versions';
import { WRITTEN } from '../../src/data/replicas/position';
import { createTestDatabase, type TestDatabase } from '../support/database';

const FIXTURE = `
INSERT INTO country (id, code, name) VALUES (1, 'KE', 'Kenya');
INSERT INTO city (id, slug, name, country_id) SELECT i, 'city-' || i, 'City ' || i, 1 FROM generate_series(1, 9) i;
INSERT INTO initiative (id, slug, name, original_locale) VALUES (1, 'energy', 'Energy', 'en');
INSERT INTO network (id, slug, name, original_locale, initiative_id)
  VALUES (1, 'cool', 'Cool', 'en', 1), (2, 'clean', 'Clean', 'en', NULL);
INSERT INTO collaboration (id, slug, kind, network_id, started_on, ended_on, date_precision) VALUES
  (1, 'twins', 'TWINNING', NULL, '2000-05-01', NULL, 'DAY'),
  (2, 'workshop', 'WORKSHOP', 1, '2005-01-01', NULL, 'YEAR'),
  (3, 'project', 'JOINT_PROJECT', 2, '2010-01-01', '2012-01-01', 'DAY'),
  (4, 'sometime', 'MENTORING', NULL, NULL, NULL, NULL);
INSERT INTO collaboration_participant VALUES (1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 3), (3, 4), (4, 4), (4, 5);
INSERT INTO membership (slug, city_id, network_id, role, started_on, ended_on) VALUES
  ('a', 1, 1, 'MEMBER', '2000-01-01', '2005-01-01'), ('b', 1, 1, 'MEMBER', '2010-01-01', NULL),
  ('c', 2, 1, 'LEAD', '2003-01-01', NULL), ('d', 3, 1, 'MEMBER', '2005-01-01', '2008-01-01'),
  ('e', 4, 1, 'MEMBER', NULL, NULL), ('f', 1, 2, 'MEMBER', NULL, NULL), ('g', 2, 2, 'MEMBER', NULL, NULL);
INSERT INTO solution (id, slug, city_id, title, summary, original_locale, sector, status, visibility, published_at) VALUES
  (1, 'buses', 1, 'Buses', 'Electric.', 'en', 'TRANSPORT', 'PUBLISHED', 'PUBLIC', now()),
  (2, 'secret', 1, 'Secret', 'For members.', 'en', 'TRANSPORT', 'PUBLISHED', 'MEMBERS', now());
INSERT INTO adoption (slug, solution_id, city_id, learned_from_id, kind, status, adopted_on, date_precision, via_id, confirmed)
VALUES
  ('h', 1, 2, 3, 'REPLICATED', 'IMPLEMENTED', '2010-01-01', 'YEAR', 1, true),
  ('i', 1, 4, 2, 'REPLICATED', 'CONSIDERING', NULL, NULL, NULL, true),
  ('j', 1, 5, 2, 'REPLICATED', 'STOPPED', NULL, NULL, NULL, true),
  ('k', 1, 6, NULL, 'REPLICATED', 'IMPLEMENTED', NULL, NULL, NULL, true),
  ('l', 2, 7, 1, 'REPLICATED', 'IN_PROGRESS', NULL, NULL, NULL, true);`;

const day = (date: string): number => Date.parse(date) / 86_400_000;

let database: TestDatabase;
let client: pg.Client;
let store: GraphStore;
let now = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
  await client.query(FIXTURE);
});

beforeEach(() => {
  store = new GraphStore({ connection: database.connection, now: () => now });
});

afterEach(() => store.close());

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Each link as "source target weight", with row ids; cities are numbered by their slugs, from city-1. */
const links = ({ graph }: DerivedGraph): string[] => {
  const { sources, targets, weights } = linksOf(graph);
  return Array.from(sources, (source, i) => `${source + 1}–${targets[i]! + 1} ${Number(weights[i]!.toFixed(3))}`);
};
const derive = async (filter: Partial<GraphFilter>, version?: string): Promise<DerivedGraph> =>
  store.graph({ layers: ['COLLABORATION'], ...filter }, await store.tables(version)).graph;
const ask = async (filter: Partial<GraphFilter>) => links(await derive(filter));
/** Says that a record has changed. */
const announce = (type: string, subject: string, slug: string) =>
  client.query(`SELECT announce('${type}', '${subject}', '${slug}'); SELECT number_events(1000)`);
const advance = () => announce('COLLABORATION_RECORDED', 'Collaboration', 'twins');
const refresh = async () => (await store.refresh()).version;

describe('collaborations', () => {
  const ALL = ['1–2 1.5', '1–3 0.5', '2–3 0.5', '3–4 1', '4–5 1'];

  test('of k cities give each pair 1/(k−1)', async () => expect(await ask({})).toEqual(ALL));

  test('of k cities still do when others are filtered out', async () =>
    expect(await ask({ cities: [1, 2] })).toEqual(['1–2 1.5']));

  test.each<[string, Partial<GraphFilter>, string[]]>([
    ['kinds', { kinds: ['TWINNING', 'JOINT_PROJECT'] }, ['1–2 1', '3–4 1']],
    ['no kind', { kinds: [] }, []],
    ['networks', { networks: [2] }, ['3–4 1']],
    ['initiatives', { initiatives: [1] }, ['1–2 0.5', '1–3 0.5', '2–3 0.5']],
    ['networks of other initiatives', { networks: [2], initiatives: [1] }, []],
    ['the day that one ends, and after a workshop', { since: day('2012-01-01') }, ['1–2 1']],
    ['the day before', { since: day('2011-12-31') }, ['1–2 1', '3–4 1']],
    ['until the day that one begins', { until: day('2000-05-01') }, []],
    ['until the day after', { until: day('2000-05-02') }, ['1–2 1']],
    ['the year of a workshop', { since: day('2005-12-31'), until: day('2006-01-01') }, ALL.slice(0, 3)],
    ['undated ones too', { since: day('2012-01-01'), includeUndated: true }, ['1–2 1', '4–5 1']],
  ])('by %s', async (_, filter, expected) => expect(await ask(filter)).toEqual(expected));

  test('links know their records and days', async () => {
    const { graph, isolates } = await derive({});
    expect([...graph.links.recordCounts]).toEqual([2, 1, 1, 1, 1]);
    expect([graph.links.firstDays[0], graph.links.lastDays[0]]).toEqual([day('2000-05-01'), day('2005-01-01')]);
    expect(graph.links.firstDays[4]).toBe(UNDATED);
    expect(isolates).toHaveLength(4);
  });
});

describe('co-membership', () => {
  const co = (filter: Partial<GraphFilter> = {}) => ask({ layers: ['CO_MEMBERSHIP'], ...filter });
  const third = '0.333';

  test('links those who were members at a time, once for each network', async () =>
    // 1 and 2 twice in the first network, in two periods; 1 and 3 never at a time.
    expect(await co()).toEqual(['1–2 1.333', `1–4 ${third}`, `2–3 ${third}`, `2–4 ${third}`, `3–4 ${third}`]));

  test('by time: the overlap counts', async () => {
    expect(await co({ since: day('2005-01-01'), until: day('2010-01-01') })).toEqual([`2–3 ${third}`]);
    expect(await co({ since: day('2010-01-01') })).toEqual([`1–2 ${third}`]);
  });

  test('the first day is that of the first overlap, where both beginnings are known', async () => {
    const { graph } = await derive({ layers: ['CO_MEMBERSHIP'], networks: [1] });
    expect([...graph.links.firstDays]).toEqual([day('2003-01-01'), UNDATED, day('2005-01-01'), UNDATED, UNDATED]);
  });

  test('networks of more than 2,500 members are left out, and told', async () => {
    await client.query(`INSERT INTO network (id, slug, name, original_locale) VALUES (3, 'huge', 'Huge', 'en');
      INSERT INTO city (id, slug, name, country_id) SELECT i, 'huge-' || i, 'Huge', 1 FROM generate_series(101, 2601) i;
      INSERT INTO membership (slug, city_id, network_id, role)
        SELECT 'huge-' || i, i, 3, 'MEMBER' FROM generate_series(101, 2601) i`);
    const derived = await derive({ layers: ['CO_MEMBERSHIP'] });
    expect(derived.omittedNetworks).toEqual([3]);
    expect(derived.graph.ids.length).toBe(4);
    expect((await derive({ layers: ['CO_MEMBERSHIP'], networks: [1] })).omittedNetworks).toEqual([]);
    await client.query(`DELETE FROM membership WHERE network_id = 3; DELETE FROM network WHERE id = 3;
      DELETE FROM city WHERE id > 100`);
  });
});

describe('adoptions', () => {
  test('run from the city learnt from; what is considered or stopped is left out', async () => {
    const derived = await derive({ layers: ['ADOPTION'] });
    expect(links(derived)).toEqual(['1–7 1', '2–3 1']);
    expect([...derived.graph.links.directions]).toEqual([UPWARDS, DOWNWARDS]);
    expect([...derived.arcs!.upwards.targets]).toEqual([6]);
  });

  test('of a solution that the viewer may not see are not there', async () =>
    expect(await ask({ layers: ['ADOPTION'], hiddenSolutions: [2] })).toEqual(['2–3 1']));
});

test('several layers keep their weights apart', async () => {
  const derived = await derive({ layers: ['COLLABORATION', 'ADOPTION'], hiddenSolutions: [2] });
  expect(links(derived)).toEqual(['1–2 1', '1–3 1', '2–3 1', '3–4 1', '4–5 1']);
  expect([...derived.graph.links.recordCounts]).toEqual([2, 1, 2, 1, 1]);
  expect(derived.layers.get('COLLABORATION')!.weights[0]).toBe(1.5);
});

describe('versions', () => {
  test('an earlier version gives the same answer, the latest has what is new', async () => {
    const { version } = await store.tables();
    const before = await derive({});
    await client.query('INSERT INTO collaboration_participant VALUES (4, 6)');
    await announce('COLLABORATION_RECORDED', 'Collaboration', 'sometime');
    expect(await refresh()).toBe(String(Number(version) + 1));
    expect(await ask({})).toContain('4–6 0.5');
    expect(await derive({}, version)).toBe(before);
    // With another filter, so that it is derived from the tables of then.
    expect(links(await derive({ kinds: ['MENTORING'] }, version))).toEqual(['4–5 1']);
    await client.query('DELETE FROM collaboration_participant WHERE city_id = 6');
  });

  test('one that is ten minutes old and not among the last eight is gone', async () => {
    const { version } = await store.tables();
    const move = async (times: number) => {
      for (let i = 0; i < times; i++) await advance().then(refresh);
    };
    await move(HELD_VERSIONS);
    await expect(store.tables(version)).resolves.toMatchObject({ version });
    now += HELD_MILLISECONDS;
    await move(1);
    await expect(store.tables(version)).rejects.toThrow(GraphVersionGone);
  });

  test('one that no answer has named goes sooner', async () => {
    await store.tables();
    const unnamed = await advance().then(refresh);
    for (let i = 0; i < HELD_VERSIONS; i++) await advance().then(refresh);
    await expect(store.tables(unnamed)).rejects.toThrow(GraphVersionGone);
  });

  test('one that another process has read already is followed', async () => {
    await store.tables();
    const other = new GraphStore({ connection: database.connection });
    await other.tables();
    await advance();
    const { version } = await other.refresh();
    expect((await store.tables(version)).version).toBe(version);
    expect((await store.tables()).version).toBe(version);
    await expect(store.tables(String(Number(version) + 1))).rejects.toThrow(GraphVersionGone);
    await other.close();
  });

  describe('that a client has seen what was written up to a position', () => {
    const written = async (): Promise<number> => {
      const { rows } = await client.query<{ at: string }>(`SELECT ${WRITTEN} AS at`);
      return Number(rows[0]!.at);
    };
    /** Says that a record has changed, while nobody gives events their positions. */
    const announceOnly = () =>
      client.query(`SELECT announce('COLLABORATION_RECORDED', 'Collaboration', 'twins'), pg_current_xact_id()`);

    test('it has that, the first one and all after it, also where events have no positions yet', async () => {
      for (let i = 0; i < 3; i++) {
        const before = (await refreshed()).version;
        await announceOnly();
        const position = await written(); // Which other databases of this server move on, too.
        const { version, written: by } = await store.tables(undefined, position);
        expect(Number(version)).toBe(Number(before) + 1);
        expect(by).toBeGreaterThanOrEqual(position);
      }
    });

    test('nothing is read anew for what must have been there', async () => {
      const position = await written();
      await announceOnly();
      const latest = await store.tables(undefined, position);
      await advance();
      expect(await store.tables(undefined, position)).toBe(latest);
      expect(Number((await store.tables(undefined, Infinity)).version)).toBe(Number(latest.version) + 1);
    });

    test('who asks while something is read gets what is read after it', async () => {
      await store.tables();
      const reading = store.refresh();
      await announceOnly();
      const [{ version: earlier }, { version }] = await Promise.all([reading, store.tables(undefined, Infinity)]);
      expect(Number(version)).toBe(Number(await headOf()));
      expect(Number(version)).toBeGreaterThanOrEqual(Number(earlier));
    });

    /** The latest tables, as another process reads them. */
    const refreshed = async () => {
      const other = new GraphStore({ connection: database.connection });
      const tables = await other.tables();
      await other.close();
      return tables;
    };
    const headOf = async () => (await client.query<{ head: string }>('SELECT head FROM event_log')).rows[0]!.head;
  });

  test('one computation serves all who ask for the same', async () => {
    const tables = await store.tables();
    const one = store.graph({ layers: ['COLLABORATION'], networks: [1, 2] }, tables);
    const other = store.graph({ layers: ['COLLABORATION'], networks: [2, 1, 2], includeUndated: true }, tables);
    expect(other).toBe(one);
  });

  test('a graph that no change concerns is the same in the next version', async () => {
    const asked = async (): Promise<StoredGraph> => store.graph({ layers: ['ADOPTION'] }, await store.tables());
    const before = await asked();
    await advance().then(refresh);
    expect(await asked()).toBe(before);
  });

  test('what takes too much memory is derived again', async () => {
    const small = new GraphStore({ connection: database.connection, maxBytes: 1 });
    const filter: GraphFilter = { layers: ['COLLABORATION'] };
    const tables = await small.tables();
    const one = await small.graph(filter, tables).graph;
    await small.graph({ ...filter, kinds: ['TWINNING'] }, tables).graph;
    const again = await small.graph(filter, tables).graph;
    expect(again).not.toBe(one);
    expect(again).toEqual(one);
    await small.close();
  });
});

describe('a version is the state at its position', () => {
  const LINKS = ['1–2 1.5', '1–3 0.5', '2–3 0.5', '3–4 1', '4–5 1'];

  test('what is committed, and has no position yet, is not in it until it has one', async () => {
    await store.tables();
    await client.query(`BEGIN; INSERT INTO collaboration (id, slug, kind) VALUES (9, 'new', 'TWINNING');
      INSERT INTO collaboration_participant VALUES (9, 8), (9, 9);
      SELECT announce('COLLABORATION_RECORDED', 'Collaboration', 'new'); COMMIT`);
    const before = await store.tables();
    await refresh();
    expect((await store.tables()).version).toBe(before.version);
    expect(await ask({})).toEqual(LINKS);
    // Of a store that has read nothing yet, it is read, and so its event gets its position.
    const other = new GraphStore({ connection: database.connection });
    const tables = await other.tables();
    expect(tables.version).toBe(String(Number(before.version) + 1));
    expect(links(await other.graph({ layers: ['COLLABORATION'] }, tables).graph)).toContain('8–9 1');
    await other.close();
    await refresh();
    expect(await ask({})).toContain('8–9 1');
    await client.query(`DELETE FROM collaboration WHERE id = 9`);
  });

  test('a record that has changed twice, once without a position, is waited for', async () => {
    await store.tables();
    await client.query(`UPDATE collaboration SET kind = 'WORKSHOP' WHERE id = 1`);
    await announce('COLLABORATION_RECORDED', 'Collaboration', 'twins');
    await client.query(`BEGIN; UPDATE collaboration SET kind = 'MENTORING' WHERE id = 1;
      SELECT announce('COLLABORATION_RECORDED', 'Collaboration', 'twins'); COMMIT`);
    await refresh();
    const [[head]] = (await client.query({ text: 'SELECT head FROM event_log', rowMode: 'array' })).rows as [[string]];
    expect((await store.tables()).version).toBe(head);
    expect(await ask({ kinds: ['MENTORING'] })).toEqual(['1–2 1', '4–5 1']);
    await client.query(`UPDATE collaboration SET kind = 'TWINNING' WHERE id = 1`);
  });

  test('a city that has come is followed, although all numbers are others', async () => {
    await store.tables();
    await client.query(`INSERT INTO city (id, slug, name, country_id) VALUES (77, 'a-city', 'First', 1)`);
    await announce('CITY_CHANGED', 'City', 'a-city');
    const { cities } = await store.refresh();
    expect([...cities]).toEqual([77, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const { graph } = await derive({});
    expect(Array.from(graph.ids, (number) => cities[number])).toEqual([1, 2, 3, 4, 5]);
    await client.query('DELETE FROM city WHERE id = 77');
  });
});

test('a database that does not answer is reported, and asked again', async () => {
  const lost = new GraphStore({ connection: { ...database.connection, database: 'nowhere' } });
  await expect(lost.tables()).rejects.toThrow('nowhere');
  await expect(lost.tables()).rejects.toThrow('nowhere');
  await lost.close();
});

test('filters that ask for different things have different keys', () => {
  const filters: GraphFilter[] = [
    { layers: ['COLLABORATION'] },
    { layers: ['ADOPTION'] },
    { layers: ['COLLABORATION'], kinds: [] },
    { layers: ['COLLABORATION'], networks: [1] },
    { layers: ['COLLABORATION'], initiatives: [1] },
    { layers: ['COLLABORATION'], cities: [1] },
    { layers: ['COLLABORATION'], since: 1 },
    { layers: ['COLLABORATION'], until: 1 },
    { layers: ['COLLABORATION'], until: 1, includeUndated: true },
  ];
  expect(new Set(filters.map(filterKey)).size).toBe(filters.length);
});
