import { setTimeout as delay } from 'node:timers/promises';
import { ServerProcess } from '../support/server-process';
import { EventStreamReader, SocketReader, type Reader } from './readers';
import { OwnPostgres } from './own-postgres';
import { SECTORS, shareUntilDone } from './writers';

// Eight writers and fifty readers on two servers, which get kill -9 in turn, above a PostgreSQL that is restarted.
const SOLUTIONS = 2_000;
const WRITERS = 8;
const CRASH_EVERY = 350;
const RESTART_AT = 1_000;

const postgres = new OwnPostgres();
let servers: ServerProcess[];
const anyServer = (): string => servers[Math.floor(Math.random() * servers.length)]!.url;

beforeAll(async () => {
  await postgres.start();
  await postgres.fill();
  const settings = { LOG_LEVEL: 'error', SHUTDOWN_PERIOD: '500' };
  servers = [1, 2].map(() => new ServerProcess(postgres.connection, postgres.folder, settings));
  for (const server of servers) await server.start();
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
}, 120_000);

const rows = async (text: string): Promise<Record<string, string>[]> =>
  postgres.use(async (client) => (await client.query<Record<string, string>>(text)).rows);

test('every acknowledged solution is there once, and every reader is told of each once, in the order of the log', async () => {
  const token = await postgres.token();
  const readers = await startReaders();
  const { slugs, disasters } = await write(token);

  // In the database: as many as were acknowledged, each once.
  const stored = await rows(`SELECT slug, title, sector FROM solution WHERE title LIKE 'Fire %'`);
  expect(stored.map(({ slug }) => slug!).sort()).toEqual([...slugs].sort());
  expect(new Set(stored.map(({ title }) => title)).size).toBe(SOLUTIONS);

  // Each reader: what it asked for, in the order of the log.
  while ((await rows('SELECT FROM event_inbox LIMIT 1')).length > 0) await delay(50);
  const log = await rows(`SELECT s.slug, s.title, s.sector FROM event e JOIN solution s ON s.slug = e.subject_slug
    WHERE e.type = 'SOLUTION_SHARED' AND s.title LIKE 'Fire %' ORDER BY e.position`);
  expect(log).toHaveLength(SOLUTIONS);
  for (const { reader, wants } of readers) {
    const expected = log.filter(wants).map(({ slug }) => slug);
    while (reader.slugs.length < expected.length) await delay(20);
    expect(reader.slugs).toEqual(expected);
    reader.stop();
  }
  // It was no calm sea.
  expect(disasters).toBeGreaterThan(SOLUTIONS / CRASH_EVERY - 1);
  expect(readers.every(({ reader }) => reader.connections > 1)).toBe(true);
}, 300_000);

type Wants = (solution: Record<string, string>) => boolean;

/** 25 over WebSocket and 25 over event streams, five of each with a filter. */
async function startReaders(): Promise<{ reader: Reader; wants: Wants }[]> {
  const response = await fetch(`${anyServer()}/graphql?query={feedCursor}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  const { data } = (await response.json()) as { data: { feedCursor: string } };
  return [SocketReader, EventStreamReader].flatMap((Kind) =>
    Array.from({ length: 25 }, (_, i) => {
      const [filter, wants] = filters[i] ?? [undefined, () => true];
      const reader = new Kind(data.feedCursor, filter, anyServer);
      void reader.run();
      return { reader, wants };
    }),
  );
}

const filters: [object, Wants][] = [
  ...SECTORS.slice(0, 4).map((sector): [object, Wants] => [{ sector: { eq: sector } }, (s) => s['sector'] === sector]),
  [{ text: 'floods' }, (s) => s['title']!.endsWith('flooding')],
];

/** Ends a server without a word; another one comes in its place. */
async function crash(server: ServerProcess): Promise<void> {
  await server.kill();
  await server.start();
}

/** Shares all, while servers are killed in turn and PostgreSQL is restarted. */
async function write(token: string): Promise<{ slugs: Set<string>; disasters: number }> {
  const slugs = new Set<string>();
  let next = 0;
  let disasters = 0;
  const ongoing: Promise<void>[] = [];
  const writers = Array.from({ length: WRITERS }, async () => {
    while (next < SOLUTIONS) {
      const [slug] = await shareUntilDone(next++, anyServer, token);
      slugs.add(slug);
      if (slugs.size % CRASH_EVERY === 0) ongoing.push(crash(servers[disasters++ % servers.length]!));
      if (slugs.size === RESTART_AT) ongoing.push(postgres.restart());
    }
  });
  await Promise.all(writers);
  await Promise.all(ongoing);
  return { slugs, disasters };
}
