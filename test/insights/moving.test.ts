import { createHash } from 'node:crypto';
import EventEmitter, { once } from 'node:events';
import pg from 'pg';
import { type Random, seededRandom } from '../../src/insights/algorithms/random';
import { type Graph, UNDATED } from '../../src/insights/graph/graph';
import { LocalEngine } from '../../src/insights/local-engine';
import { FOREVER } from '../../src/insights/projection/pair-members';
import { answerTo, type Question } from '../../src/insights/questions';
import { type DerivedGraph, deriveGraph } from '../../src/insights/store/derive-graph';
import type { GraphFilter } from '../../src/insights/store/filter';
import { COLLABORATION_KINDS, type GraphTables } from '../../src/insights/store/tables';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { CITY_COUNT, citySlug, NETWORKS, randomWrite, type RecordState, type Write } from './random-writes';
import { tablesFrom } from './tables';

const WRITERS = 4;
const WRITES = 1000;

const FILTERS: readonly GraphFilter[] = [
  { layers: ['COLLABORATION'] },
  { layers: ['ADOPTION'] },
  { layers: ['CO_MEMBERSHIP'] },
  { layers: ['COLLABORATION', 'CO_MEMBERSHIP', 'ADOPTION'] },
  { layers: ['COLLABORATION'], kinds: ['TWINNING'], since: 12_000, until: 14_000 },
  { layers: ['CO_MEMBERSHIP', 'ADOPTION'], initiatives: [1] },
  { layers: ['COLLABORATION', 'CO_MEMBERSHIP'], cities: [1, 2, 3, 5, 8, 13, 21, 34], networks: [1, 2, 3] },
];
const QUESTION: Question = { name: 'assortativity', by: 'POPULATION' };

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await withClient((client) =>
    client.query(`INSERT INTO country (id, code, name) VALUES (1, 'KE', 'Kenya');
      INSERT INTO initiative (id, slug, name, original_locale) VALUES (1, 'one', 'One', 'en'), (2, 'two', 'Two', 'en');
      INSERT INTO network (id, slug, name, original_locale) VALUES
        ${NETWORKS.map((id) => `(${id}, 'network-${id}', 'Network', 'en')`).join()};
      INSERT INTO city (id, slug, name, country_id, population) VALUES
        ${Array.from({ length: CITY_COUNT }, (_, i) => `(${i + 1}, '${citySlug(i + 1)}', 'City', 1, 1)`).join()};
      INSERT INTO city (id, slug, name, country_id) VALUES (99, 'origin', 'Origin', 1);
      INSERT INTO solution (id, slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
        VALUES (1, 'buses', 99, 'Buses', 'Electric.', 'en', 'TRANSPORT', 'PUBLISHED', 'PUBLIC', now())`),
  );
});

afterAll(() => database.drop());

async function withClient<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

interface Reading {
  version: string;
  filter: number;
  graph: string;
  coefficient: number | null;
}

test('every answer of a graph that moves while it is read is the one computed from scratch at its version', async () => {
  const engine = new LocalEngine({
    connection: database.connection,
    refreshInterval: 1,
    onRefreshError: (error) => {
      throw error;
    },
  });
  await engine.tables();
  // Events get their positions ten at a time, well after their rows are committed.
  const numbered = new EventEmitter();
  const work = { isWritten: false, isRead: false };
  const number = () =>
    withClient(async (client) => {
      do {
        await client.query('SELECT number_events(10)');
        engine.noteChange();
        numbered.emit('some');
      } while (!work.isRead);
    });
  let lastCity = 1000;
  const write = (seed: number) =>
    withClient(async (client) => {
      const random = seededRandom(seed);
      for (let i = 0; i < WRITES / WRITERS; i++) {
        const next = randomWrite(random, () => ++lastCity);
        await perform(client, next);
        if (i % 2 === 0) await once(numbered, 'some');
      }
    });
  const readings: Reading[] = [];
  const read = async (random: Random) => {
    while (!work.isWritten) {
      readings.push(await readingOf(engine, random, readings));
      await once(numbered, 'some');
    }
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i)));
  const written = writing.finally(() => (work.isWritten = true));
  const reading = Promise.all([written, read(seededRandom(11)), read(seededRandom(12))]);
  await Promise.all([reading.finally(() => (work.isRead = true)), number()]);
  await withClient((client) => client.query('SELECT number_events(1000)'));
  await engine.refresh();
  readings.push(await readingOf(engine, seededRandom(1), []));
  await engine.close();

  expect(readings.at(-1)!.version).toBe(String(WRITES));
  expect(new Set(readings.map(({ version }) => version)).size).toBeGreaterThan(10);
  readings.sort((a, b) => Number(a.version) - Number(b.version));
  expect(readings).toEqual(fromScratch(readings, await withClient(readEvents)));
}, 120_000);

async function perform(client: pg.Client, { type, subject, slug, state, statements }: Write): Promise<void> {
  const announcement = `SELECT announce('${type}', '${subject}', '${slug}', '${JSON.stringify(state)}')`;
  await client.query(['BEGIN', ...statements, announcement, 'COMMIT'].join(';'));
}

/** Of the latest version, or of one that was read before. */
async function readingOf(engine: LocalEngine, random: Random, before: readonly Reading[]): Promise<Reading> {
  const filter = Math.floor(random() * FILTERS.length);
  const earlier = random() < 0.2 ? before.at(-1 - Math.floor(random() * 30))?.version : undefined;
  const analysed = await engine.graph(FILTERS[filter]!, earlier);
  const { coefficient } = await engine.run(analysed, { name: 'assortativity', by: 'POPULATION' });
  return { version: analysed.tables.version, filter, graph: fingerprint(analysed.derived), coefficient };
}

/** Of every bit of a graph. */
function fingerprint({ graph, layers, isolates, omittedNetworks }: DerivedGraph): string {
  const hash = createHash('sha256').update(JSON.stringify([[...isolates], omittedNetworks, [...layers.keys()]]));
  const add = ({ links, ...arrays }: Graph): void => {
    for (const array of [...Object.values(arrays), ...Object.values(links)] as Int32Array[])
      hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength).slice()).update('|');
  };
  [graph, ...layers.values()].forEach(add);
  return hash.digest('hex');
}

interface Told {
  subject: Write['subject'];
  state: RecordState;
}

const readEvents = async (client: pg.Client): Promise<Told[]> =>
  (await client.query<Told>('SELECT subject_type AS subject, detail AS state FROM event ORDER BY position')).rows;

/** What these answers must be by what the log tells, event by event; no row is read. @param readings ordered by version */
function fromScratch(readings: readonly Reading[], events: readonly Told[]): Reading[] {
  const records = new Map<string, Told>();
  let position = 0;
  let current = tablesAt([]);
  const answers = new Map<string, Reading>();
  return readings.map(({ version, filter }) => {
    const isLater = position < Number(version);
    for (; position < Number(version); position++) {
      const event = events[position]!;
      records.set(`${event.subject} ${event.state.id}`, event);
    }
    if (isLater) current = tablesAt([...records.values()]);
    const key = `${version} ${filter}`;
    const answer = answers.get(key) ?? answerFrom(current, version, filter);
    answers.set(key, answer);
    return answer;
  });
}

function answerFrom({ tables, numberOf }: ReturnType<typeof tablesAt>, version: string, filter: number): Reading {
  const { cities, ...rest } = FILTERS[filter]!;
  const graph = deriveGraph(tables, { ...rest, cities: cities?.map((id) => 100 + numberOf(citySlug(id))) });
  const { coefficient } = answerTo(QUESTION, { derived: graph, tables }) as { coefficient: number | null };
  return { version, filter, graph: fingerprint(graph), coefficient };
}

function tablesAt(records: readonly Told[]): { tables: GraphTables; numberOf: (slug: string) => number } {
  const latest = (subject: Write['subject']): RecordState[] =>
    records.filter((record) => record.subject === subject).map(({ state }) => state);
  const populations = new Map<string, number>(Array.from({ length: CITY_COUNT }, (_, i) => [citySlug(i + 1), 1]));
  populations.set('origin', -1);
  for (const { id, population } of latest('City')) populations.set(citySlug(id), population!);
  const slugs = [...populations.keys()].sort();
  const numberOf = (slug: string): number => slugs.indexOf(slug);
  const day = (date: string | null | undefined, otherwise: number): number =>
    date == null ? otherwise : Date.parse(date) / 86_400_000;
  const dated = ({ id, cities, from, until, network }: RecordState) => ({
    id,
    members: cities!.map(numberOf),
    day: day(from, UNDATED),
    until: day(until, FOREVER),
    network: network!,
  });
  const initiatives = new Map(NETWORKS.map((network) => [network, 0]));
  for (const { id, initiative } of latest('Network')) initiatives.set(id, initiative!);
  const tables = tablesFrom({
    slugs,
    populations: slugs.map((slug) => populations.get(slug)!),
    initiatives,
    collaborations: latest('Collaboration').map((state) => ({
      ...dated(state),
      label: COLLABORATION_KINDS.indexOf(state.kind as never),
    })),
    adoptions: latest('Adoption')
      .filter(({ kind }) => kind === 'IMPLEMENTED')
      .map((state) => ({ ...dated(state), until: state.from ? day(state.from, 0) + 1 : FOREVER, label: 1 })),
    memberships: latest('Membership').map((state) => {
      const { id, members, day: from, until, network } = dated(state);
      return { id, network, city: members[0]!, from, until };
    }),
  });
  return { tables, numberOf };
}
