import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { StreamReader } from '../support/event-streams';
import { settled } from '../support/event-log';
import { createDataFolder } from '../support/folders';
import { HttpWorld, type HttpAnswer } from '../support/http';
import { ask, Replicated } from '../support/replicated';
import { RawSocket } from '../support/sockets';
import { useWorld, World, type Json } from '../support/world';
import { cityId } from '../writing/desk';
import { Observed } from './observed';

// docs/replicas.md, with a real streaming replica.

jest.setTimeout(120_000);

const folder = createDataFolder();
const environment = () => ({ INTERURBAN_DATA_DIR: folder });
const replicated = new Replicated();
beforeAll(() => replicated.start());
const world = useWorld({ replicated, followsLog: true });
const http = new HttpWorld(world, environment);
const observed = new Observed(world);
// Another process, to which nobody tells what has changed: as for the moment before it hears.
const elsewhere = new HttpWorld(new World({ replicated, beside: world, replicaMaxLag: 3_600_000 }), environment);
// And one that wants to be less behind.
const closer = new HttpWorld(new World({ replicated, beside: world, replicaMaxLag: 1_500 }), environment);
let signedIn: Record<string, string>;

beforeAll(async () => {
  await http.listen();
  observed.begin();
  for (const other of [elsewhere, closer]) {
    await other.world.open();
    await other.listen();
  }
  const claims = { subject: 'x', roles: ['practitioner'], city: 'quito', networks: [], expiresIn: 3600 };
  signedIn = { authorization: `Bearer ${await signLocalToken(folder, claims)}` };
});
afterAll(async () => {
  for (const other of [elsewhere, closer]) {
    await other.close();
    await other.world.close();
  }
  await http.close();
});
afterAll(async () => {
  await replicated.stop();
  fs.rmSync(folder, { recursive: true });
});

const TITLES = '{ city(slug: "quito") { solutions(first: 100) { nodes { title } } } }';
const SHARE =
  'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { solution { title } userErrors { code } } }';

let uses = 0;
/** The same question, that nobody has an answer to yet. */
const anew = (query: string): string => `${query} # ${++uses}`;

function share(title: string): Promise<HttpAnswer> {
  const input = { cityId: cityId('quito'), title, summary: 'A.', sector: 'WATER', locale: 'en' };
  return http.post({ query: SHARE, variables: { input } }, signedIn);
}

async function titles(at: HttpWorld, headers: Record<string, string> = {}, query = TITLES): Promise<string[]> {
  const { json } = await at.post({ query }, headers);
  return json.data.city.solutions.nodes.map(({ title }: { title: string }) => title);
}

/** Resolves when the replica answers again. */
async function untilUsed(): Promise<void> {
  while ((await observed.during('country', () => http.post({ query: anew(COUNTRY) }))).replica === 0);
}

const COUNTRY = '{ country(code: "EC") { name } }';

test('queries are read from the replica, over every transport, with resolvers and without', async () => {
  await untilUsed();
  const overHttp = await observed.during('city', async () => {
    expect((await http.post({ query: '{ city(slug: "quito") { name } }' })).json.data.city.name).toBe('Quito');
    expect((await http.post({ query: '{ city(slug: "quito") { name networks { totalCount } } }' })).status).toBe(200);
  });
  expect(overHttp).toEqual({ primary: 0, replica: 2 });
  const overSockets = await observed.during('city', async () => {
    const query = '{ city(slug: "quito") { slug } }';
    const socket = await RawSocket.connect(http.url);
    socket.subscribe('1', query);
    expect((await socket.next('1')).payload.data.city.slug).toBe('quito');
    socket.close();
    const stream = await StreamReader.open(`${http.url}/graphql`, { query });
    expect((await stream.next()).data.data.city.slug).toBe('quito');
  });
  expect(overSockets).toEqual({ primary: 0, replica: 2 });
  const statement = `SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'interurban' AND query ~ 'FROM city'`;
  expect(await ask(replicated.replica, statement)).toBe(true);
});

test('who has written sees it at once, from where it can be seen; and so does everybody who may have heard of it', async () => {
  await replicated.pauseReplay(true);
  expect(await titles(http)).not.toContain('First');
  const { json, headers } = await share('First');
  expect(json.data.shareSolution).toEqual({ solution: { title: 'First' }, userErrors: [] });
  expect(headers.get('interurban-position')).toMatch(/^\d+$/);
  expect(await titles(http, signedIn)).toContain('First');
  expect(await titles(http)).toContain('First');
  // From memory, which no replica has filled with what was before.
  const { text, headers: kept } = await http.post({ query: TITLES });
  expect([kept.get('cache-status'), text.includes('First')]).toEqual(['interurban; hit', true]);
  await replicated.pauseReplay(false);
  await settled(world, world.services.log); // No event is told of meanwhile, for which the replica would have to be waited.
  await untilUsed();
  const after = await observed.during('city', async () => {
    expect(await titles(http, {}, anew(TITLES))).toContain('First');
  });
  expect(after).toEqual({ primary: 0, replica: 1 });
});

test('another process shows what was before, for no longer than the replica may lag; with the position, what is', async () => {
  await replicated.caughtUp();
  await replicated.pauseReplay(true);
  const before = await titles(elsewhere);
  const position = (await share('Second')).headers.get('interurban-position')!;
  expect(await titles(elsewhere)).toEqual(before);
  expect(await titles(elsewhere, { 'interurban-position': position })).toEqual(['Second', ...before]);
  expect(await titles(elsewhere, { 'interurban-position': 'none of ours' })).toEqual(['Second', ...before]);
  // It waits for as long as it may, and for no word of anybody.
  while ((await titles(closer)).length === before.length);
  expect(await titles(elsewhere)).toEqual(before);
  await replicated.pauseReplay(false);
});

const variablesOf = (title: string) => ({
  input: { cityId: cityId('quito'), title, summary: 'A.', sector: 'WATER', locale: 'en' },
});

/** Writes by each transport there is. Gives what the answer tells in its extensions. */
const WRITES: Record<string, (title: string) => Promise<Json>> = {
  HTTP: async (title) => {
    const { json, headers } = await share(title);
    expect(headers.get('interurban-position')).toBe(String(json.extensions.position));
    return json;
  },
  'an event stream': async (title) => {
    const body = { query: SHARE, variables: variablesOf(title) };
    return (await (await StreamReader.open(`${http.url}/graphql`, body, signedIn)).next()).data;
  },
  WebSocket: async (title) => {
    const socket = await RawSocket.connect(http.url, signedIn);
    socket.subscribe('1', SHARE, variablesOf(title));
    const { payload } = await socket.next('1');
    socket.close();
    return payload;
  },
};

/** Reads by each transport there is, at another process, and sends a position with the operation. */
const READS: Record<string, (extensions: object) => Promise<Json>> = {
  HTTP: async (extensions) => (await elsewhere.post({ query: TITLES, extensions })).json,
  'HTTP, by GET': async (extensions) => {
    const asked = new URLSearchParams({ query: TITLES, extensions: JSON.stringify(extensions) });
    const headers = { 'apollo-require-preflight': 'true' };
    return (await fetch(`${elsewhere.url}/graphql?${asked.toString()}`, { headers })).json();
  },
  'an event stream': async (extensions) =>
    (await (await StreamReader.open(`${elsewhere.url}/graphql`, { query: TITLES, extensions })).next()).data,
  WebSocket: async (extensions) => {
    const socket = await RawSocket.connect(elsewhere.url);
    socket.send({ id: '1', type: 'subscribe', payload: { query: TITLES, extensions } });
    const { payload } = await socket.next('1');
    socket.close();
    return payload;
  },
};

describe.each(Object.entries(WRITES))('what is written over %s', (transport, write) => {
  const title = `By ${transport}`;
  let position: number;
  beforeAll(async () => {
    await replicated.caughtUp();
    await replicated.pauseReplay(true);
    const { data, extensions } = await write(title);
    expect(data.shareSolution).toEqual({ solution: { title }, userErrors: [] });
    expect(extensions).toEqual({ position: expect.any(Number) });
    ({ position } = extensions);
  });
  afterAll(() => replicated.pauseReplay(false));

  const first = ({ data, extensions }: Json): string => {
    // Queries write nothing, and have no position to tell.
    expect(extensions).toBeUndefined();
    return data.city.solutions.nodes[0].title;
  };

  test.each(Object.entries(READS))('is seen elsewhere over %s by who sends the position', async (_, read) => {
    expect(first(await read({}))).not.toBe(title);
    expect(first(await read({ position }))).toBe(title);
    expect(first(await read({ position: String(position) }))).toBe(title);
    expect(first(await read({ position: 'none of ours' }))).toBe(title);
  });

  test('the later one counts of a header and extensions', async () => {
    for (const [header, extension] of [
      [1, position],
      [position, 1],
    ] as const) {
      const headers = { 'interurban-position': String(header) };
      const { json } = await elsewhere.post({ query: TITLES, extensions: { position: extension } }, headers);
      expect(first(json)).toBe(title);
    }
  });
});

test('a mutation that changes nothing tells no position; one that is sent again does', async () => {
  const again = { ...variablesOf('Once').input, idempotencyKey: 'once' };
  const post = (input: object) => http.post({ query: SHARE, variables: { input } }, signedIn);
  const [first, second] = [await post(again), await post(again)];
  expect(second.json.data).toEqual(first.json.data);
  expect(second.json.extensions.position).toBeGreaterThanOrEqual(first.json.extensions.position);
  const refused = await post({ ...again, idempotencyKey: 'empty', title: '' });
  expect(refused.json.data.shareSolution.userErrors).not.toEqual([]);
  expect(refused.json.extensions).toBeUndefined();
});

test('a position that is known of is no reason to ask anew', async () => {
  const headers = { 'interurban-position': '1' };
  const query = anew(COUNTRY);
  while ((await http.post({ query }, headers)).headers.get('cache-status') === 'interurban; fwd=bypass');
  expect((await http.post({ query }, headers)).headers.get('cache-status')).toBe('interurban; hit');
  const latest = (await share('Third')).headers.get('interurban-position')!;
  const answer = await http.post({ query }, { 'interurban-position': latest });
  expect(answer.headers.get('cache-status')).toBe('interurban; fwd=bypass');
});

test('a cursor of the feed is none of what the answer beside it lacks', async () => {
  await replicated.pauseReplay(true);
  const { log } = world.services;
  const position = log.lastKnown;
  await share('Fourth');
  const query = '{ feedCursor city(slug: "quito") { solutions(first: 100) { nodes { title } } } }';
  let answer: HttpAnswer;
  do answer = await http.post({ query });
  while (answer.json.data.feedCursor === log.cursorOf(position));
  expect(answer.text).toContain('Fourth');
  await replicated.pauseReplay(false);
});

test('subscribers miss nothing and hear nothing twice while replay stands still', async () => {
  const socket = await RawSocket.connect(http.url);
  socket.subscribe('1', 'subscription { solutionShared { solution { title city { name } } } }');
  await socket.begun('1');
  await replicated.pauseReplay(true);
  const shared = Array.from({ length: 10 }, (_, i) => `Told ${i}`);
  for (const title of shared) await share(title);
  const heard: string[] = [];
  while (heard.length < shared.length) heard.push((await socket.next('1')).payload.data.solutionShared.solution.title);
  expect(heard).toEqual(shared);
  socket.close();
  await replicated.pauseReplay(false);
});
