import type { Socket } from 'node:net';
import { StreamReader } from '../support/event-streams';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

const QUEUE = 65_536;
// What may be told at once on top of what waits: a batch, and the longest event.
const BATCH = 256 * 1024 + 64 * 1024;

const world = useLiveWorld(() => ({ LIVE_CONNECTIONS_PER_CALLER: '0', LIVE_QUEUE_BYTES: String(QUEUE) }));

const SHARED = 'subscription ($filter: SolutionFilter) { solutionShared(filter: $filter) { solution { slug } } }';

/** So many events in one transaction. */
async function burst(name: string, count: number): Promise<void> {
  await world.http.world.sql(
    `WITH new AS (
       INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
       SELECT $1 || '-' || i, (SELECT id FROM city WHERE slug = 'london'), 'One of many', 'A burst.', 'en',
         (ARRAY['WATER', 'WASTE'])[i % 2 + 1], 'PUBLISHED', 'PUBLIC', now() FROM generate_series(0, $2::int - 1) i RETURNING 1
     )
     INSERT INTO event_inbox (type, subject_type, subject_slug)
     SELECT 'SOLUTION_SHARED', 'Solution', $1 || '-' || i FROM generate_series(0, $2::int - 1) i ORDER BY i`,
    [name, count],
  );
  world.http.world.services.log.wake();
}

async function subscribers(count: number): Promise<void> {
  while (world.http.http.feed.statistics.subscribers !== count) await new Promise(setImmediate);
}

test('10,000 events of one transaction reach everybody in order; one who stops to read costs no memory', async () => {
  const queues: Socket[] = [];
  world.http.http.server.on('connection', (socket: Socket) => queues.push(socket));
  const sockets = await Promise.all(Array.from({ length: 20 }, () => RawSocket.connect(world.url)));
  const filters = [undefined, { sector: { eq: 'WATER' } }];
  sockets.forEach((socket, i) => socket.subscribe('1', SHARED, { filter: filters[i % 2] }));
  const streams = await Promise.all(
    Array.from({ length: 10 }, () => StreamReader.open(world.graphql, { query: SHARED })),
  );
  const stalled = await RawSocket.connect(world.url);
  for (let i = 0; i < 20; i++) stalled.subscribe(String(i), SHARED);
  await subscribers(50);
  stalled.socket.pause();
  const watched = setInterval(() => void longest.push(Math.max(...queues.map((queue) => queue.writableLength))), 5);
  const longest: number[] = [];

  await burst('burst', 10_000);
  const expected = Array.from({ length: 10_000 }, (_, i) => `burst-${i}`);
  const slugOf = ({ data }: Json): string => data.solutionShared.solution.slug;
  for (const [i, socket] of sockets.entries()) {
    const wanted = i % 2 === 0 ? expected : expected.filter((_, n) => n % 2 === 0);
    const slugs: string[] = [];
    while (slugs.length < wanted.length) slugs.push(slugOf((await socket.next('1')).payload));
    expect(slugs).toEqual(wanted);
  }
  for (const stream of streams) {
    const slugs: string[] = [];
    while (slugs.length < 10_000) slugs.push(slugOf((await stream.next()).data));
    expect(slugs).toEqual(expected);
  }
  clearInterval(watched);
  // Each of the stalled one's subscriptions may have told a batch before its turn to end.
  expect(Math.max(...longest)).toBeLessThan(QUEUE + 2 * BATCH);

  stalled.socket.resume();
  const ends = new Set<string>();
  while (ends.size < 20) ends.add((await stalled.inbox.nextWhere(({ type }) => type === 'error')).id);
  for (const connection of [...sockets, ...streams, stalled]) connection.close();
  await subscribers(0);
}, 120_000);

test('a thousand connections that come and go leave nothing behind', async () => {
  const { http } = world.http;
  const listeners = world.http.world.services.log.listenerCount;
  for (let round = 0; round < 10; round++) {
    const sockets = await Promise.all(
      Array.from({ length: 70 }, async (_, i) => {
        const socket = await RawSocket.connect(world.url);
        socket.subscribe('a', SHARED, { filter: i % 2 === 0 ? undefined : { sector: { eq: 'WATER' } } });
        socket.subscribe('b', 'subscription { changes { type } }');
        return socket;
      }),
    );
    const streams = await Promise.all(
      Array.from({ length: 30 }, () => StreamReader.open(world.graphql, { query: SHARED })),
    );
    await burst(`round-${round}`, 3);
    // Some complete, some close, some just vanish; some in the middle of a subscription.
    sockets.forEach((socket, i) => {
      if (i % 3 === 0) socket.send({ id: 'a', type: 'complete' });
      if (i % 3 === 1) socket.close();
      else socket.socket.terminate();
    });
    for (const stream of streams) stream.close();
    await Promise.all(sockets.map(({ closed }) => closed));
  }
  await subscribers(0);
  while (http.connections.size > 0) await new Promise(setImmediate);
  expect(http.feed.statistics).toMatchObject({ channels: 0, groups: 0, subscribers: 0 });
  expect(world.http.world.services.log.listenerCount).toBe(listeners);
  expect(http.server.listenerCount('upgrade')).toBe(1);
}, 120_000);
