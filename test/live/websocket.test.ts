import { useLiveWorld } from '../support/live-world';
import { createSocketClient, RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

// docs/subscriptions.md: "WebSocket: messages".
const world = useLiveWorld();

const SHARED = 'subscription { solutionShared { cursor occurredAt solution { slug } } }';

test('each event comes as a next message, until the client completes', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('a', SHARED);
  await socket.begun('a');
  await world.share('ws-one', 'ws-two');
  const messages = [await socket.next('a'), await socket.next('a')];
  expect(messages.map(({ payload }) => payload.data.solutionShared.solution.slug)).toEqual(['ws-one', 'ws-two']);
  expect(messages[0]).toEqual({
    id: 'a',
    type: 'next',
    payload: {
      data: {
        solutionShared: {
          cursor: expect.any(String),
          occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          solution: { slug: 'ws-one' },
        },
      },
    },
  });
  socket.send({ id: 'a', type: 'complete' });
  await synchronise(socket);
  expect(world.http.http.feed.statistics).toMatchObject({ channels: 0, subscribers: 0 });
  socket.close();
});

test('a subscription may take the id of one that is completed in the same breath', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('a', SHARED);
  await socket.begun('a');
  socket.atOnce(() => {
    socket.send({ id: 'a', type: 'complete' });
    socket.subscribe('a', SHARED);
  });
  await socket.begun('a');
  await world.share('same-id');
  const { type, payload } = await socket.next('a');
  expect([type, payload.data.solutionShared.solution.slug]).toEqual(['next', 'same-id']);
  expect(world.http.http.feed.statistics).toMatchObject({ channels: 1, subscribers: 1 });
  socket.send({ id: 'a', type: 'complete' });
  await synchronise(socket); // Tests that follow count subscribers.
  socket.close();
});

test('the client of graphql-ws reads it', async () => {
  const client = createSocketClient(world.url);
  const subscription = client.iterate<Json>({ query: SHARED });
  const first = subscription.next();
  await subscribers(1);
  await world.share('from-a-client');
  expect((await first).value.data.solutionShared.solution.slug).toBe('from-a-client');
  await subscription.return!();
  await client.dispose();
});

test('queries and mutations get one answer', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('q', 'query ($slug: String) { city(slug: $slug) { name } }', { slug: 'london' });
  expect(await socket.next('q')).toEqual({ id: 'q', type: 'next', payload: { data: { city: { name: 'London' } } } });
  expect(await socket.next('q')).toEqual({ id: 'q', type: 'complete' });
  const input = '{ solutionId: "none", reason: "…" }';
  socket.subscribe('m', `mutation { withdrawSolution(input: ${input}) { userErrors { code } } }`);
  expect((await socket.next('m')).payload.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  socket.close();
});

test.each([
  ['a document that is none', '{', undefined, 'GRAPHQL_PARSE_FAILED'],
  ['a field that there is not', 'subscription { nothing }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ['two fields', 'subscription { a: changes { type } b: changes { type } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a field that there may be',
    'subscription ($no: Boolean!) { changes @include(if: $no) { type } }',
    { no: false },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a variable of the wrong type',
    'subscription ($a: String) { changes(after: $a) { type } }',
    { a: 1 },
    'BAD_USER_INPUT',
  ],
  ['a cursor that is none', 'subscription { changes(after: "none") { type } }', undefined, 'INVALID_CURSOR'],
  [
    'an id of another type',
    'subscription { solutionShared(filter: { id: { eq: "x" } }) { cursor } }',
    undefined,
    'INVALID_ID',
  ],
])('%s is refused with an error message', async (_what, query, variables, code) => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('x', query, variables);
  const message = await socket.next('x');
  expect(message).toMatchObject({ type: 'error', payload: [{ message: expect.any(String), extensions: { code } }] });
  // The socket goes on.
  await synchronise(socket);
  socket.close();
});

test('a page of a list inside of a subscription is checked as anywhere', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('x', 'subscription { solutionShared { solution { adoptions(first: 1000) { nodes { id } } } } }');
  expect((await socket.next('x')).payload[0].extensions.code).toBe('INVALID_PAGE');
  socket.close();
});

test('fragments, aliases and directives work at the root as anywhere', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe(
    'f',
    `subscription S ($after: String, $wide: Boolean = false) { ...F }
     fragment F on Subscription { told: solutionShared(after: $after) { solution { s: slug title @include(if: $wide) } } }`,
  );
  await socket.begun('f');
  await world.share('with-fragments');
  expect((await socket.next('f')).payload).toEqual({ data: { told: { solution: { s: 'with-fragments' } } } });
  socket.close();
});

test('texts come in the languages of the header, or of connection_init', async () => {
  const query = 'subscription { changes(types: [SOLUTION_REVISED]) { node { ... on Solution { title } } } }';
  const [english, spanish] = [
    await RawSocket.connect(world.url, { 'Accept-Language': 'en' }, { headers: { 'accept-language': 'es' } }),
    await RawSocket.connect(world.url, undefined, { headers: { 'accept-language': 'es' } }),
  ];
  for (const socket of [english, spanish]) {
    socket.subscribe('1', query);
    await socket.begun('1');
  }
  await world.announce('SOLUTION_REVISED', 'Solution', 'ciclovia-bogota');
  const titles: string[] = [];
  for (const socket of [english, spanish]) titles.push((await socket.next('1')).payload.data.changes.node.title);
  const [{ title: original }, translations] = [
    (await world.http.world.ask('{ solution(slug: "ciclovia-bogota") { title } }')).solution,
    await world.http.world.ask('{ solution(slug: "ciclovia-bogota") { title(locale: "en") } }'),
  ];
  expect(titles).toEqual([translations.solution.title, original]);
  english.close();
  spanish.close();
});

/** Resolves when the server has dealt with all that the socket has sent so far. */
async function synchronise(socket: RawSocket): Promise<void> {
  socket.subscribe('synchronise', '{ __typename }');
  await socket.inbox.nextWhere(({ id, type }) => id === 'synchronise' && type === 'complete');
}

async function subscribers(count: number): Promise<void> {
  while (world.http.http.feed.statistics.subscribers !== count) await new Promise(setImmediate);
}
