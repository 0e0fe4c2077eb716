import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { StreamReader } from '../support/event-streams';
import { createDataFolder } from '../support/folders';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import { PostOffice } from '../webhooks/post-office';

// docs/limits.md: what documents may have, whichever way they come.

const folder = createDataFolder();
const settings = {
  ...{ MAX_TOKENS: '120', MAX_DOCUMENT_LENGTH: '900', MAX_DEPTH: '5', MAX_ROOT_FIELDS: '3', MAX_ALIASES: '3' },
  ...{ MAX_DIRECTIVES: '3', COST_LIMIT: '100' },
};
const world = useLiveWorld(() => ({ INTERURBAN_DATA_DIR: folder }), { settings });
let authorization: string;

beforeAll(async () => {
  new PostOffice(world.http.world).prepare();
  const claims = { subject: 'x', roles: ['practitioner'], city: 'quito', networks: [], expiresIn: 3600 };
  authorization = `Bearer ${await signLocalToken(folder, claims)}`;
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const DEEP = 'networks { nodes { members { nodes { slug } } } }';

interface Limit {
  what: string;
  /** Where the operation has its fields: at the root of a query, or below a solution that is told of. */
  fields: (root: boolean) => string;
  words: string;
  extensions: object;
}

const LIMITS: Limit[] = [
  {
    what: 'levels of fields',
    fields: (root) => (root ? `city(slug: "quito") { ${DEEP} }` : `city { ${DEEP} }`),
    words: 'Expected a document with at most 5 levels of fields, but got more.',
    extensions: { limited: 'depth', limit: 5 },
  },
  {
    what: 'aliases',
    fields: (root) =>
      root ? `city(slug: "quito") { ${times(4, (i) => `a${i}: name`)} }` : times(4, (i) => `a${i}: title`),
    words: 'Expected a document with at most 3 aliases, but got 4.',
    extensions: { limited: 'aliases', limit: 3, count: 4 },
  },
  {
    what: 'directives',
    fields: (root) => {
      const five = times(5, () => '... @include(if: true) { slug }');
      return root ? `city(slug: "quito") { ${five} }` : five;
    },
    words: 'Expected a document with at most 3 directives, but got 5.',
    extensions: { limited: 'directives', limit: 3, count: 5 },
  },
  {
    what: 'characters',
    fields: (root) => `${root ? 'city(slug: "quito") { slug }' : 'slug'} # ${'x'.repeat(1000)}\n`,
    words: 'Expected a document with at most 900 characters, but got 10',
    extensions: { limited: 'length', limit: 900, count: expect.any(Number) },
  },
  {
    what: 'tokens',
    fields: (root) => (root ? `city(slug: "quito") { ${times(150, () => 'slug')} }` : times(150, () => 'slug')),
    words: 'Expected a document with at most 120 tokens, but got 1',
    extensions: { limited: 'tokens', limit: 120, count: expect.any(Number) },
  },
];

const ROOT_FIELDS: Limit = {
  what: 'root fields',
  fields: () => 'cities { totalCount } networks { totalCount } solutions { totalCount } feedCursor',
  words: 'Expected a document with at most 3 root fields, but got 4.',
  extensions: { limited: 'rootFields', limit: 3, count: 4 },
};

const queryOf = ({ fields }: Limit): string => `{ ${fields(true)} }`;
const subscriptionOf = ({ fields }: Limit): string =>
  `subscription { solutionShared { solution { ${fields(false)} } } }`;

const errorOf = ({ words, extensions }: Limit) => ({
  message: expect.stringContaining(words),
  extensions: { code: 'DOCUMENT_TOO_COMPLEX', ...extensions },
});

describe.each([...LIMITS, ROOT_FIELDS].map((limit) => [limit.what, limit] as const))('too many %s', (_what, limit) => {
  const query = queryOf(limit);
  const errors = [errorOf(limit)];

  test('by POST, as often as it comes, and by GET', async () => {
    for (let i = 0; i < 2; i++)
      expect(await world.http.post({ query })).toMatchObject({ status: 400, json: { errors } });
    const headers = { accept: 'application/graphql-response+json', 'apollo-require-preflight': 'true' };
    const got = await world.http.fetch(`/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(got).toMatchObject({ status: 400, json: { errors } });
    expect(got.json.errors).toHaveLength(1);
  });

  test('as an event stream', async () => {
    const stream = await StreamReader.open(world.graphql, { query });
    expect((await stream.next()).data).toMatchObject({ errors });
  });

  test('over WebSocket', async () => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', query);
    expect(await socket.next('1')).toMatchObject({ type: 'error', payload: errors });
    socket.close();
  });
});

describe.each(LIMITS.map((limit) => [limit.what, limit] as const))('too many %s in a subscription', (_what, limit) => {
  const document = subscriptionOf(limit);

  test('over both transports', async () => {
    const errors = [errorOf(limit)];
    const stream = await StreamReader.open(world.graphql, { query: document });
    expect((await stream.next()).data).toMatchObject({ errors });
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', document);
    expect(await socket.next('1')).toMatchObject({ type: 'error', payload: errors });
    socket.close();
  });

  test('of a webhook, when it is registered', async () => {
    expect(await register(document)).toEqual({
      webhook: null,
      userErrors: [{ code: 'INVALID', path: ['input', 'document'], message: expect.stringContaining(limit.words) }],
    });
  });
});

test('a webhook that costs too much is refused when it is registered', async () => {
  const document = 'subscription { solutionShared { solution { networks(first: 100) { nodes { name } } } } }';
  expect(await register(document)).toMatchObject({
    webhook: null,
    userErrors: [
      { message: expect.stringMatching(/^Expected an operation that costs at most 100, but got one that costs \d+/) },
    ],
  });
});

test('what is just within all limits is answered', async () => {
  const query = `{ a: city(slug: "quito") { networks { nodes { name } } } b: feedCursor c: cities { totalCount } }`;
  expect(await world.http.post({ query })).toMatchObject({ status: 200, json: { data: { b: expect.any(String) } } });
  const document = 'subscription { solutionShared { solution { city { name } } } }';
  expect(await register(document)).toMatchObject({ webhook: { status: 'ACTIVE' }, userErrors: [] });
});

async function register(document: string): Promise<unknown> {
  const query = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
    webhook { status } userErrors { code path message } } }`;
  const input = { url: 'http://127.0.0.1:9/', document };
  const { json } = await world.http.post({ query, variables: { input } }, { authorization });
  expect(json.errors).toBeUndefined();
  return json.data.registerWebhook;
}
