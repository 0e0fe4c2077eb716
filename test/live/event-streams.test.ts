import fs from 'node:fs';
import { createClient } from 'graphql-sse';
import { signLocalToken } from '../../src/access/local-issuer';
import { StreamReader } from '../support/event-streams';
import { createDataFolder } from '../support/folders';
import { useLiveWorld } from '../support/live-world';
import type { Json } from '../support/world';

// docs/subscriptions.md: "Server-Sent Events: the stream".
const folder = createDataFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const world = useLiveWorld(() => ({ INTERURBAN_DATA_DIR: folder }));

const SHARED = 'subscription ($after: String) { solutionShared(after: $after) { cursor solution { slug } } }';

const slugOf = ({ data }: { data?: Json }): string => data.data.solutionShared.solution.slug;
const open = (query: string, variables?: object, headers?: Record<string, string>) =>
  StreamReader.open(world.graphql, { query, variables }, headers);

async function subscribers(count: number): Promise<void> {
  while (world.http.http.feed.statistics.subscribers !== count) await new Promise(setImmediate);
}

test('each event has its cursor for an id', async () => {
  const stream = await open(SHARED);
  expect(stream.response.status).toBe(200);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.response.headers.get('cache-control')).toContain('no-store');
  await stream.begun();
  await world.share('sse-one', 'sse-two');
  const events = [await stream.next(), await stream.next()];
  expect(events.map(slugOf)).toEqual(['sse-one', 'sse-two']);
  for (const { event, id, data } of events) expect([event, id]).toEqual(['next', data.data.solutionShared.cursor]);
  stream.close();
  await subscribers(0);
});

test('by GET, as a browser’s EventSource asks, which comes back with the last id', async () => {
  const after = await world.cursor();
  await world.share('get-one', 'get-two', 'get-three');
  const address = `${world.graphql}?${new URLSearchParams({ query: SHARED, variables: JSON.stringify({ after }) }).toString()}`;
  const first = await StreamReader.open(address);
  expect(slugOf(await first.next())).toBe('get-one');
  const { id } = await first.next();
  first.close();
  const second = await StreamReader.open(address, undefined, { 'last-event-id': id! });
  expect(slugOf(await second.next())).toBe('get-three');
  second.close();
});

test('the client of graphql-sse reads it', async () => {
  const client = createClient({ url: world.graphql });
  const subscription = client.iterate<Json>({ query: SHARED });
  const first = subscription.next();
  await subscribers(1);
  await world.share('from-the-sse-client');
  expect((await first).value.data.solutionShared.solution.slug).toBe('from-the-sse-client');
  await subscription.return!();
  expect((await client.iterate<Json>({ query: '{ city(slug: "london") { name } }' }).next()).value.data).toEqual({
    city: { name: 'London' },
  });
  client.dispose();
  await subscribers(0);
});

test('a query gets its answer, and the stream is complete', async () => {
  const stream = await open('{ city(slug: "london") { name } }');
  expect(await stream.next()).toEqual({ event: 'next', data: { data: { city: { name: 'London' } } } });
  expect(await stream.next()).toEqual({ event: 'complete', data: null });
  await stream.ended;
});

test.each([
  ['a document that is none', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
  ['a filter that is wrong', { query: 'subscription { changes(types: []) { type } }' }, 'INVALID_FILTER'],
  ['a cursor that is none', { query: 'subscription { changes(after: "none") { type } }' }, 'INVALID_CURSOR'],
  ['no document', { variables: {} }, 'BAD_REQUEST'],
  ['variables that are none', { query: '{ __typename }', variables: [] }, 'BAD_REQUEST'],
  ['a name that is none', { query: '{ __typename }', operationName: 1 }, 'BAD_REQUEST'],
])('%s is told in the stream', async (_what, body, code) => {
  const stream = await StreamReader.open(world.graphql, body);
  expect((await stream.next()).data).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code } }] });
  expect((await stream.next()).event).toBe('complete');
});

test('a mutation needs POST', async () => {
  const query = 'mutation { withdrawSolution(input: { solutionId: "x", reason: "x" }) { userErrors { code } } }';
  const got = await StreamReader.open(`${world.graphql}?${new URLSearchParams({ query }).toString()}`);
  expect((await got.next()).data.errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
  const posted = await open(query);
  expect((await posted.next()).data.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
});

test('a client that takes JSON is told where subscriptions are', async () => {
  const { status, json } = await world.http.post({ query: SHARED });
  expect(status).toBe(406);
  expect(json.errors[0].extensions.code).toBe('SUBSCRIPTION_NEEDS_STREAM');
});

test('a token that is not to be believed is refused before there is a stream', async () => {
  const { response } = await open(SHARED, undefined, { authorization: 'Bearer none' });
  expect(response.status).toBe(401);
});

test('a token that expires ends the stream', async () => {
  const token = await signLocalToken(folder, { subject: 'somebody', roles: [], networks: [], expiresIn: 2 });
  const stream = await open(SHARED, undefined, { authorization: `Bearer ${token}` });
  expect((await stream.next()).data.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  expect((await stream.next()).event).toBe('complete');
  await subscribers(0);
});
