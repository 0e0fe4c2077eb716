import { useLiveWorld } from '../support/live-world';
import { StreamReader } from '../support/event-streams';
import { RawSocket } from '../support/sockets';
import { holdLock, untilNoMoreWait, untilWaiting } from '../writing/waiting';

// Who leaves takes their statement with them: PostgreSQL ends it, whatever it waits for, and nobody else's.
const world = useLiveWorld();

/** A question of one's own: answers to the same one are shared, and kept. */
const question = (alias: string): string =>
  `{ ${alias}: networks(first: 1, orderBy: { field: NAME }) { nodes { slug } } }`;
const headers = { 'content-type': 'application/json' };

/** Asks over a transport; returns what leaves again. */
const transports: Record<string, (query: string) => Promise<() => void>> = {
  'HTTP: the request is aborted': (query) => {
    const abort = new AbortController();
    const init = { method: 'POST', headers, body: JSON.stringify({ query }), signal: abort.signal };
    fetch(world.graphql, init).catch(() => undefined);
    return Promise.resolve(() => abort.abort());
  },
  'an event stream: it is closed': async (query) => {
    const stream = await StreamReader.open(world.graphql, { query });
    return () => stream.close();
  },
  'a WebSocket: the operation is completed': async (query) => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', query);
    return () => socket.send({ id: '1', type: 'complete' });
  },
  'a WebSocket: it is closed': async (query) => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', query);
    return () => socket.close();
  },
};

test.each(Object.entries(transports))('%s', async (name, ask) => {
  const stays = name.replace(/\W/g, '');
  const { world: database } = world.http;
  const lock = await holdLock(database, 'LOCK TABLE network IN ACCESS EXCLUSIVE MODE');
  const answer = world.http.post({ query: question(stays) });
  await untilWaiting(database, 1);
  const leave = await ask(question('leaves'));
  await untilWaiting(database, 2);
  leave();
  await untilNoMoreWait(database, 1);
  await lock.release();
  expect((await answer).json).toEqual({ data: { [stays]: { nodes: [{ slug: expect.any(String) }] } } });
});

test('a subscription whose last subscriber leaves', async () => {
  const { world: database } = world.http;
  await world.share('left');
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', 'subscription { changes { node { ... on Solution { adoptions { totalCount } } } } }');
  await socket.begun('1');
  const lock = await holdLock(database, 'LOCK TABLE adoption IN ACCESS EXCLUSIVE MODE');
  await world.announce('SOLUTION_REVISED', 'Solution', 'left');
  await untilWaiting(database, 1);
  socket.send({ id: '1', type: 'complete' });
  await untilNoMoreWait(database, 0);
  await lock.release();
  socket.close();
});

test('nothing of it is an error of the server’s', () => {
  expect(world.http.world.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('the connections that were used are as good as before', async () => {
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) => world.http.post({ query: question(`again${i}`) })),
  );
  for (const { json } of answers) expect(json.errors).toBeUndefined();
});
