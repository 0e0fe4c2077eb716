import { isOutage } from '../../src/data/outage';
import { intercept } from '../support/intercept';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';

// docs/subscriptions.md: "What is delivered", where the database is away or a field fails.
const world = useLiveWorld();

const SHARED = 'subscription { solutionShared { solution { slug city { name } } } }';

async function subscribed(query = SHARED): Promise<RawSocket> {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', query);
  await socket.begun('1');
  return socket;
}

test('while the database is away events wait', async () => {
  const socket = await subscribed();
  const { database } = world.http.world;
  const failed = new Set<string>();
  const leave = intercept(database, async (statement, run) => {
    // Each statement fails once: the one that judges, and those that read what is selected.
    const isLive = /FROM (solution|city)/.test(statement.text);
    if (!isLive || failed.has(statement.text)) return run();
    failed.add(statement.text);
    // What PostgreSQL says when it is restarted.
    throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
  });
  await world.share('waited-for', 'and-this');
  const slugs = [await socket.next('1'), await socket.next('1')].map(({ payload }) => payload);
  expect(slugs).toEqual(
    ['waited-for', 'and-this'].map((slug) => ({
      data: { solutionShared: { solution: { slug, city: { name: 'London' } } } },
    })),
  );
  expect(failed.size).toBe(3);
  leave();
  socket.close();
});

test('an error in a field is told with the event, and hides what is the server’s own', async () => {
  const socket = await subscribed(
    'subscription { changes { type node { ... on Solution { adoptions { totalCount } } } } }',
  );
  const leave = intercept(world.http.world.database, (statement, run) =>
    statement.text.includes('count(*)') ? Promise.reject(new Error('a secret')) : run(),
  );
  await world.share('with-an-error');
  const { payload } = await socket.next('1');
  leave();
  expect(payload.errors).toEqual([
    {
      message: expect.stringMatching(/^Something went wrong on the server/),
      locations: expect.any(Array),
      path: ['changes', 'node', 'adoptions'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) },
    },
  ]);
  socket.close();
});

test('what cannot be told at all ends the subscription, after some attempts', async () => {
  const socket = await subscribed();
  const leave = intercept(world.http.world.database, (statement, run) =>
    statement.text.includes("'Solution'") ? Promise.reject(new Error('a secret')) : run(),
  );
  await world.share('untold');
  const message = await socket.next('1');
  leave();
  expect(message).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  expect(JSON.stringify(message)).not.toContain('secret');
  socket.close();
});

test.each([
  [{ code: '57P01', message: 'terminating connection due to administrator command' }, true],
  [{ code: '08006', message: 'connection failure' }, true],
  [{ code: 'ECONNREFUSED', message: 'connect' }, true],
  [{ code: '53300', message: 'too many clients' }, true],
  [{ code: '40P01', message: 'deadlock' }, true],
  [{ message: 'Connection terminated unexpectedly' }, true],
  [{ code: '57014', message: 'canceling statement due to statement timeout' }, false],
  [{ code: '42703', message: 'no such column' }, false],
  [{ message: 'a bug' }, false],
])('%j: an outage is %s', ({ message, ...properties }, expected) => {
  expect(isOutage(Object.assign(new Error(message), properties))).toBe(expected);
});
