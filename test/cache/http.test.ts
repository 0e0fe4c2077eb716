import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { settled } from '../support/event-log';
import { createDataFolder } from '../support/folders';
import { HttpWorld, type HttpAnswer } from '../support/http';
import { useWorld, World } from '../support/world';
import { aSolution, Desk } from '../writing/desk';

// What caches are told, and that nobody gets what is not so any more.

const folder = createDataFolder();
const world = useWorld({ followsLog: true });
const http = new HttpWorld(world, () => ({ INTERURBAN_DATA_DIR: folder }));
const elsewhere = new HttpWorld(new World({ followsLog: true, beside: world }));
const desk = new Desk(world);
let signedIn: Record<string, string>;

beforeAll(async () => {
  await http.listen();
  await elsewhere.world.open();
  await elsewhere.listen();
  const claims = { subject: 'x', roles: ['practitioner'], city: 'quito', networks: [], expiresIn: 3600 };
  signedIn = { authorization: `Bearer ${await signLocalToken(folder, claims)}` };
});
afterAll(async () => {
  await http.close();
  await elsewhere.close();
  await elsewhere.world.close();
  fs.rmSync(folder, { recursive: true });
});

const TITLES = '{ city(slug: "quito") { solutions(first: 100) { nodes { title } } } }';
const SHARE = 'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { code } } }';

const get = (query: string, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
  http.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'application/json', 'apollo-require-preflight': 'true', ...headers },
  });

const toldOf = ({ headers }: HttpAnswer): (string | null)[] => [
  headers.get('cache-control'),
  headers.get('cache-status'),
];

/** Resolves when the log of a world has told its listeners of something. */
const heard = ({ services: { log } }: World, isHeard = () => true): Promise<void> =>
  new Promise<void>((resolve) => {
    const stop = log.listen(() => {
      if (!isHeard()) return;
      stop();
      resolve();
    });
  });

test('what an answer allows, by POST and by GET, from the first time on', async () => {
  const query = '{ country(code: "EC") { name } }';
  expect(toldOf(await http.post({ query }))).toEqual(['max-age=3600, public', 'interurban; fwd=uri-miss']);
  for (const send of [() => http.post({ query }), () => get(query)])
    expect(toldOf(await send())).toEqual(['max-age=3600, public', 'interurban; hit']);
  // They see the same of it, but are to ask each time.
  expect(toldOf(await get(query, signedIn))).toEqual(['private, no-cache', 'interurban; fwd=uri-miss']);
  const vary = (await get(query)).headers.get('vary')!;
  expect(vary.split(', ').sort()).toEqual(['Accept', 'Accept-Language', 'Authorization']);
});

test.each([
  ['an error of a field', '{ city(slug: "quito") { name } node(id: "x") { id } }'],
  ['a document that is not valid', '{ mayors }'],
  ['an operation that is refused', '{ cities(first: 1000) { totalCount } }'],
  ['what is of the moment', '{ feedCursor }'],
  ['who asks', '{ viewer { subject } }'],
])('%s is kept by nobody', async (_what, query) => {
  for (const answer of [await http.post({ query }), await http.post({ query }), await get(query)]) {
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cache-status') ?? '').not.toContain('hit');
  }
  expect((await http.post({ query }, signedIn)).headers.get('cache-control')).toBe('private, no-store');
});

test('a mutation is kept by nobody', async () => {
  const answer = await http.post({ query: SHARE, variables: { input: aSolution('london') } }, signedIn);
  expect(answer.json.data.shareSolution.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test('an answer that has not changed is not sent again', async () => {
  const etag = (await get(TITLES)).headers.get('etag')!;
  expect(etag).toMatch(/^"[^"]+"$/); // Strong: the same to the byte.
  for (const known of [etag, `"other", ${etag}`, '*']) {
    const { status, text, headers } = await get(TITLES, { 'if-none-match': known });
    expect({ status, text, etag: headers.get('etag') }).toEqual({ status: 304, text: '', etag });
    expect(headers.get('cache-control')).toBe('max-age=10, public');
    expect(headers.get('vary')).toContain('Authorization');
  }
  await desk.done('shareSolution', aSolution('quito', { title: 'Changed' }), await desk.practitioner('quito'));
  const { status, text, headers } = await get(TITLES, { 'if-none-match': etag });
  expect(status).toBe(200);
  expect(text).toContain('Changed');
  expect(headers.get('etag')).not.toBe(etag);
});

test('after one’s own write, never the old answer', async () => {
  for (let i = 0; i < 20; i++) {
    await http.post({ query: TITLES });
    await http.post({ query: SHARE, variables: { input: aSolution('quito', { title: `Own ${i}` }) } }, signedIn);
    expect((await http.post({ query: TITLES })).text).toContain(`"Own ${i}"`);
  }
});

test('in another process, never the old answer once it has heard of the event: within milliseconds', async () => {
  const viewer = await desk.practitioner('quito');
  await settled(world, elsewhere.world.services.log); // What is heard from now on was written here.
  const took: number[] = [];
  for (let i = 0; i < 20; i++) {
    await elsewhere.post({ query: TITLES });
    expect(toldOf(await elsewhere.post({ query: TITLES }))[1]).toBe('interurban; hit');
    const hearing = heard(elsewhere.world);
    await desk.done('shareSolution', aSolution('quito', { title: `Elsewhere ${i}` }), viewer);
    const committed = performance.now();
    await hearing;
    took.push(performance.now() - committed);
    expect((await elsewhere.post({ query: TITLES })).text).toContain(`"Elsewhere ${i}"`);
  }
  // Who only looked now and then would hear of it after half a second.
  expect(took.sort((a, b) => a - b)[10]).toBeLessThan(250);
});

test('many who ask the same at once share one execution, and each gets what they may see', async () => {
  const query = '{ solutions(first: 100, orderBy: { field: TITLE }) { nodes { slug visibility } } }';
  await http.post({ query });
  await desk.done('shareSolution', aSolution('quito', { visibility: 'MEMBERS' }), await desk.practitioner('quito'));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => http.post({ query }, i % 10 === 0 ? signedIn : {})),
  );
  expect(answers.map(({ text }) => text.includes('MEMBERS'))).toEqual(answers.map((_, i) => i % 10 === 0));
  const statuses = answers.map((answer) => toldOf(answer)[1]!);
  expect(statuses.filter((status) => /collapsed|hit/.test(status)).length).toBeGreaterThan(10);
});

test('while the log is out of reach, nothing is answered from memory', async () => {
  const query = '{ country(code: "EC") { code } }';
  await http.post({ query });
  const age = jest.spyOn(world.services.log, 'age', 'get').mockReturnValue(3000);
  expect(toldOf(await http.post({ query }))[1]).toBe('interurban; fwd=bypass');
  age.mockRestore();
  expect(toldOf(await http.post({ query }))[1]).toBe('interurban; hit');
});

test('a change of a country, which has no event, is heard of', async () => {
  const query = '{ country(code: "EC") { name } }';
  await http.post({ query });
  const { log } = world.services;
  const { edition } = log;
  const hearing = heard(world, () => log.edition !== edition);
  await world.sql(`UPDATE country SET name = 'Republic of Ecuador' WHERE code = 'EC'`);
  await hearing;
  expect((await http.post({ query })).json.data.country.name).toBe('Republic of Ecuador');
});
