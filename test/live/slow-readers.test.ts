import { StreamReader } from '../support/event-streams';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

// docs/subscriptions.md: "Slow readers".
const world = useLiveWorld(() => ({ LIVE_QUEUE_BYTES: '65536' }));

const LONG = 'subscription ($after: String) { solutionShared(after: $after) { cursor solution { slug body } } }';

/** Shares what is too long for the buffers of a connection: 25 MB. */
async function shareLong(name: string): Promise<string[]> {
  const slugs = Array.from({ length: 100 }, (_, i) => `${name}-${i}`);
  await world.share(...slugs.map((slug) => ({ slug, body: 'x'.repeat(250_000) })));
  return slugs;
}

const slugOf = ({ data }: Json): string => data.solutionShared.solution.slug;

async function subscribers(count: number): Promise<void> {
  while (world.http.http.feed.statistics.subscribers !== count) await new Promise(setImmediate);
}

test('one that stops to read is ended with the cursor of the last event that it was sent, and comes back with it', async () => {
  const reader = await RawSocket.connect(world.url);
  const other = await RawSocket.connect(world.url);
  reader.subscribe('1', LONG);
  other.subscribe('1', 'subscription { solutionShared { solution { slug } } }');
  await Promise.all([reader.begun('1'), other.begun('1')]);
  reader.socket.pause();
  const slugs = await shareLong('ws');
  await subscribers(1);
  reader.socket.resume();
  const told: Json[] = [];
  let message = await reader.next('1');
  for (; message.type === 'next'; message = await reader.next('1')) told.push(message.payload);
  expect(message).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'SLOW_CONSUMER' } }] });
  const { cursor } = message.payload[0].extensions;
  expect(cursor).toBe(told.at(-1).data.solutionShared.cursor);
  reader.subscribe('2', LONG, { after: cursor });
  while (told.length < slugs.length) told.push((await reader.next('2')).payload);
  expect(told.map(slugOf)).toEqual(slugs);
  // Nobody else had to wait.
  for (const slug of slugs) expect(slugOf((await other.next('1')).payload)).toBe(slug);
  reader.close();
  other.close();
  await subscribers(0);
});

test('a stream is ended in the same way', async () => {
  const reader = await StreamReader.open(world.graphql, { query: LONG }, {}, { isPaused: true });
  await subscribers(1);
  await shareLong('sse');
  await subscribers(0);
  reader.resume();
  let last: string | undefined;
  let event = await reader.next();
  for (; event.data.data; event = await reader.next()) last = event.id;
  expect(event.data.errors[0].extensions).toEqual({ code: 'SLOW_CONSUMER', cursor: last });
  expect((await reader.next()).event).toBe('complete');
});

test('history waits for its reader', async () => {
  const after = await world.cursor();
  const slugs = await shareLong('history');
  await world.cursor();
  const [reader, other] = [await RawSocket.connect(world.url), await RawSocket.connect(world.url)];
  reader.socket.pause();
  reader.subscribe('1', LONG, { after });
  other.subscribe('1', LONG, { after });
  // The one that reads is not kept waiting by the one that does not.
  const cursors: string[] = [];
  for (const slug of slugs) {
    const { data } = (await other.next('1')).payload;
    expect(data.solutionShared.solution.slug).toBe(slug);
    cursors.push(data.solutionShared.cursor);
  }
  // Nor are those who come later, before it or behind.
  for (const [id, first] of [
    ['2', 0],
    ['3', 50],
  ] as const) {
    other.subscribe(id, LONG, { after: first === 0 ? after : cursors[first - 1] });
    for (const slug of slugs.slice(first)) expect(slugOf((await other.next(id)).payload)).toBe(slug);
  }
  reader.socket.resume();
  for (const slug of slugs) expect(slugOf((await reader.next('1')).payload)).toBe(slug);
  reader.close();
  other.close();
  await subscribers(0);
});
