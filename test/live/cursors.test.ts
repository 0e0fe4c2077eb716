import { StreamReader } from '../support/event-streams';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

// docs/subscriptions.md: "Cursors" and "Coming back".
const world = useLiveWorld(() => ({ LIVE_PING_INTERVAL: '100' }));

const SHARED = `subscription ($after: String, $filter: SolutionFilter) {
  solutionShared(after: $after, filter: $filter) { cursor solution { slug } } }`;

const slugOf = ({ payload }: Json): string => payload.data.solutionShared.solution.slug;
const cursorOf = ({ payload }: Json): string => payload.data.solutionShared.cursor;
const numbered = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${name}-${i}`);

async function collect(socket: RawSocket, id: string, count: number): Promise<Json[]> {
  const messages: Json[] = [];
  while (messages.length < count) messages.push(await socket.next(id));
  return messages;
}

test('after a cursor comes what was missed, then what is new, without a gap or a repeat', async () => {
  const after = await world.cursor();
  await world.share(...numbered('missed', 600));
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED, { after });
  const first = await socket.next('1');
  await world.share(...numbered('meanwhile', 300));
  const messages = [first, ...(await collect(socket, '1', 899))];
  await world.share('new');
  expect([...messages.map(slugOf), slugOf(await socket.next('1'))]).toEqual([
    ...numbered('missed', 600),
    ...numbered('meanwhile', 300),
    'new',
  ]);
  socket.close();
});

test('from the cursor of any event the rest follows', async () => {
  const after = await world.cursor();
  const slugs = numbered('any', 20);
  await world.share(...slugs);
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('all', SHARED, { after });
  const cursors = (await collect(socket, 'all', 20)).map(cursorOf);
  for (const i of [0, 7, 18]) {
    socket.subscribe(`${i}`, SHARED, { after: cursors[i] });
    expect((await collect(socket, `${i}`, 19 - i)).map(slugOf)).toEqual(slugs.slice(i + 1));
  }
  socket.close();
});

test('all who come back at once read history together, and end in one group', async () => {
  const after = await world.cursor();
  await world.share(...numbered('together', 100));
  const before = world.http.http.feed.statistics.executions;
  const socket = await RawSocket.connect(world.url);
  const ids = numbered('s', 10);
  for (const id of ids) socket.subscribe(id, SHARED, { after });
  const got = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (let i = 0; i < 1000; i++) {
    const message = await socket.inbox.nextWhere(({ type }) => type === 'next');
    got.get(message.id)!.push(slugOf(message));
  }
  for (const slugs of got.values()) expect(slugs).toEqual(numbered('together', 100));
  expect(world.http.http.feed.statistics).toMatchObject({ channels: 1, groups: 1, subscribers: 10 });
  expect(world.http.http.feed.statistics.executions - before).toBeLessThan(1000);
  socket.close();
});

test('without one it begins with what happens next', async () => {
  await world.share('past');
  await world.cursor();
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED);
  await socket.begun('1');
  await world.share('future');
  expect(slugOf(await socket.next('1'))).toBe('future');
  socket.close();
});

test('feedCursor closes the gap between a query and a subscription', async () => {
  const { feedCursor } = await world.http.world.ask('{ feedCursor solutions(first: 1) { totalCount } }');
  await world.share('in-between');
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED, { after: feedCursor });
  expect((await collect(socket, '1', 1)).map(slugOf)).toContain('in-between');
  socket.close();
});

describe('a subscription to something rare gets a fresh cursor', () => {
  const filter = { sector: { eq: 'FINANCE' } };

  test('with the pings of a WebSocket', async () => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('rare', SHARED, { filter });
    const begun = await socket.begun('rare');
    await world.share('common');
    const { payload } = await socket.inbox.nextWhere(({ type }) => type === 'ping');
    expect(payload.cursors).toEqual({ rare: await world.cursor() });
    expect(payload.cursors.rare).not.toBe(begun);
    await world.share({ slug: 'rare', sector: 'FINANCE' });
    await socket.next('rare');
    // What it was told leads to what came after.
    socket.subscribe('again', SHARED, { filter, after: payload.cursors.rare });
    expect(slugOf(await socket.next('again'))).toBe('rare');
    socket.close();
  });

  test('with the comments of a stream', async () => {
    const stream = await StreamReader.open(world.graphql, { query: SHARED, variables: { filter } });
    await stream.begun();
    await world.share('common-again');
    const { comment, id } = await stream.inbox.nextWhere((event) => event.id !== undefined);
    expect(comment).toBe(`cursor ${id}`);
    expect(id).toBe(await world.cursor());
    stream.close();
  });
});

describe('a cursor is refused', () => {
  const refusal = async (after: string): Promise<Json> => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', SHARED, { after });
    const message = await socket.next('1');
    socket.close();
    return message.payload[0];
  };

  test('that belongs to another log', async () => {
    const foreign = Buffer.from(JSON.stringify([1, '000000000000', 1])).toString('base64url');
    expect(await refusal(foreign)).toMatchObject({ extensions: { code: 'INVALID_CURSOR' } });
  });

  test('that is of a list', async () => {
    const { solutions } = await world.http.world.ask('{ solutions(first: 1) { pageInfo { endCursor } } }');
    expect(await refusal(solutions.pageInfo.endCursor)).toMatchObject({ extensions: { code: 'INVALID_CURSOR' } });
  });

  test('that is older than what is kept; what is open loses nothing', async () => {
    const old = await world.cursor();
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('open', SHARED);
    await socket.begun('open');
    await world.share('pruned-one', 'pruned-two');
    await collect(socket, 'open', 2);
    await world.http.world.sql(`SELECT prune_events(now() + interval '1 day', 100000)`);
    await world.announce('CITY_CHANGED', 'City', 'london');
    await world.cursor(); // The process has looked at the log since.
    expect(await refusal(old)).toMatchObject({ extensions: { code: 'CURSOR_EXPIRED' } });
    await world.share('kept');
    expect(slugOf(await socket.next('open'))).toBe('kept');
    socket.close();
  });
});

test('subscriptions end when the log is another one, as after a restored backup', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED);
  await socket.begun('1');
  await world.http.world.sql(`UPDATE event_log SET identity = '0123456789ab'`);
  world.http.world.services.log.wake();
  expect(await socket.next('1')).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'INVALID_CURSOR' } }],
  });
  // The new log is followed.
  socket.subscribe('2', SHARED);
  await socket.begun('2');
  await world.share('in-the-new-log');
  expect(slugOf(await socket.next('2'))).toBe('in-the-new-log');
  socket.close();
});
