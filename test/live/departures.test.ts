import { useLiveWorld } from '../support/live-world';
import { StreamReader } from '../support/event-streams';
import { RawSocket } from '../support/sockets';
import { holdLock, untilNoMoreWait, untilWaiting } from '../writing/waiting';

// Who leaves takes their statement with them: PostgreSQL ends it, whatever it waits for, and nobody else's.
const world = useLiveWorld();

const query = '{ networks(first: 1, orderBy: { field: NAME }) { nodes { slug } } }';
const headers = { 'content-type': 'application/json' };

/** Asks over a transport; returns what leaves again. */
const transports: Record<string, () => Promise<() => void>> = {
  'HTTP: the request is aborted': () => {
    const abort = new AbortController();
    const init = { method: 'POST', headers, body: JSON.stringify({ query }), signal: abort.signal };
    fetch(world.graphql, init).catch(() => undefined);
    return Promise.resolve(() => abort.abort());
  },
  'an event stream: it is closed': async () => {
    const stream = await StreamReader.open(world.graphql, { query });
    return () => stream.close();
  },
  'a WebSocket: the operation is completed': async () => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', query);
    return () => socket.send({ id: '1', type: 'complete' });
  },
  'a WebSocket: it is closed': async () => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', query);
    return () => socket.close();
  },
};

test.each(Object.entries(transports))('%s', async (_name, ask) => {
  const { world: database } = world.http;
  const lock = await holdLock(database, 'LOCK TABLE network IN ACCESS EXCLUSIVE MODE');
  const stays = world.http.post({ query });
  await untilWaiting(database, 1);
  const leave = await ask();
  await untilWaiting(database, 2);
  leave();
  await untilNoMoreWait(database, 1);
  await lock.release();
  expect((await stays).json).toEqual({ data: { networks: { nodes: [{ slug: expect.any(String) }] } } });
});

test('a subscription whose last subscriber leaves', async () => {
  const { world: database } = world.http;
  await world.share('left');
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', 'subscription { changes { node { ... on Solution { adoptions { totalCount } } } } }');
  socket.subscribe('q', '{ __typename }');
  await socket.inbox.nextWhere(({ id, type }) => id === 'q' && type === 'complete');
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
  const answers = await Promise.all(Array.from({ length: 16 }, () => world.http.post({ query })));
  for (const { json } of answers) expect(json.errors).toBeUndefined();
});
