import { request as httpRequest } from 'node:http';
import { useHttpWorld } from '../support/http';
import { Issuer } from '../support/issuer';
import { Lanes, type Sent } from './lanes';

const issuer = new Issuer();
beforeAll(() => issuer.start());
const http = useHttpWorld(() => issuer.environment);
afterAll(() => issuer.stop());

const lanes = new Lanes(http);

const query = (text: string, variables?: object): object => ({ query: text, variables });

const DIRECT: [what: string, sent: Sent][] = [
  ['an object', { body: query('{ city(slug: "paris") { id name networks { nodes { name } } } }') }],
  ['nothing', { body: query('{ city(slug: "nowhere") { id } }') }],
  ['a variable', { body: query('query ($s: String!) { city(slug: $s) { name } }', { s: 'tokyo' }) }],
  ['a default that is left out', { body: query('query ($n: Int! = 2) { cities(first: $n) { nodes { slug } } }') }],
  ['variables that are null', { body: { query: '{ city(slug: "suva") { slug } }', variables: null } }],
  ['what is no variable', { body: query('{ city(slug: "quito") { slug } }', { x: 1 }) }],
  [
    'an operation of several',
    {
      body: {
        query: 'query A { city(slug: "paris") { slug } } query B { country(code: "KE") { code } }',
        operationName: 'B',
      },
    },
  ],
  [
    'the reader’s language',
    { body: query('{ a: city(slug: "new-york") { name } }'), headers: { 'accept-language': 'es' } },
  ],
  [
    'characters of all kinds',
    { body: query('{ cities(first: 100) { nodes { zh: name(locale: "zh") name } } } # 纽约') },
  ],
  [
    'another media type',
    { body: query('{ b: city(slug: "paris") { id } }'), headers: { accept: 'application/graphql-response+json' } },
  ],
  [
    'what clients accept by themselves',
    {
      body: query('{ c: city(slug: "paris") { id } }'),
      headers: { accept: 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed' },
    },
  ],
  ['an error at a field', { body: query('{ city(id: "x") { name } country(code: "KE") { code } }') }],
  ['an error at the only field', { body: query('{ city { name } }') }],
  ['a page size that is refused', { body: query('{ cities(first: 101) { totalCount } }') }],
  ['a cursor that is refused', { body: query('{ cities(after: "x") { totalCount } }') }],
  [
    'a filter that is refused, of another media type',
    {
      body: query('{ cities(filter: { population: { gt: 1, lt: 1 } }) { totalCount } }'),
      headers: { accept: 'application/graphql-response+json' },
    },
  ],
  ['introspection', { body: query('{ __schema { queryType { name } } __typename }') }],
  ['a long document', { body: query(`{ city(slug: "paris") { id } } # ${'x'.repeat(100_000)}`) }],
];

const BY_APOLLO: [what: string, sent: Sent][] = [
  ['a document that cannot be parsed', { body: query('{') }],
  ['a document that is not valid', { body: query('{ mayors }') }],
  ['a variable of the wrong type', { body: query('query ($n: Int) { cities(first: $n) { totalCount } }', { n: 'x' }) }],
  ['a variable that is missing', { body: query('query ($n: Int!) { cities(first: $n) { totalCount } }') }],
  ['no operation of several', { body: query('query A { __typename } query B { __typename }') }],
  ['a mutation', { body: query('mutation { removeCity: __typename }') }],
  ['a subscription', { body: query('subscription { solutionShared { cursor } }') }],
  ['no document', { body: { variables: {} } }],
  ['variables that are a list', { body: { query: '{ d: __typename }', variables: [] } }],
  ['an operation name that is a number', { body: { query: '{ e: __typename }', operationName: 5 } }],
  [
    'an extension',
    { body: { query: '{ f: __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } },
  ],
  ['no JSON', { body: '{ "query": ' }],
  ['a text', { body: '"{ __typename }"' }],
  ['a batch', { body: [query('{ __typename }')] }],
  ['nothing at all', { body: '' }],
  ['a media type that is not offered', { body: query('{ g: __typename }'), headers: { accept: 'image/png' } }],
  ['a body of another type', { body: query('{ h: __typename }'), headers: { 'content-type': 'text/plain' } }],
  ['a body in an encoding', { body: query('{ i: __typename }'), headers: { 'content-encoding': 'br' } }],
  ['more than a megabyte', { body: query('{ j: __typename }', { x: 'x'.repeat(1024 * 1024) }) }],
  ['a token that is none', { body: query('{ k: __typename }'), headers: { authorization: 'Bearer x' } }],
  ['another address', { body: query('{ l: __typename }'), path: '/graphql?x=1' }],
  ['another method', { body: query('{ m: __typename }'), method: 'PUT' }],
];

test.each(DIRECT)('%s: the second time without Apollo Server, to the byte as with it', async (_what, sent) => {
  const { first, second, byApollo } = await lanes.sendTwice(sent);
  expect(byApollo).toBe(1);
  expect(second).toEqual(first);
});

test.each(BY_APOLLO)('%s: never without Apollo Server or Express', async (_what, sent) => {
  const { first, second, byApollo } = await lanes.sendTwice(sent);
  expect([0, 2]).toContain(byApollo); // Express refuses some before.
  expect(second).toEqual(first);
});

test('a document that recurs is answered to each caller as that caller may see', async () => {
  const text = '{ viewer { subject } solutions(first: 100) { nodes { visibility } } } # callers';
  const authorization = `Bearer ${await issuer.token()}`;
  const anonymous = { body: query(text) };
  const admin = { body: query(text), headers: { authorization } };
  const { first: byApollo, second: direct } = await lanes.sendTwice(anonymous);
  expect(direct).toEqual(byApollo);
  const seen = await lanes.sendTwice(admin);
  expect(seen.byApollo).toBe(0);
  expect(seen.first).toEqual(seen.second);
  expect(JSON.stringify(seen.first)).toMatch(/"cache-control","private, no-store".*"subject.*MEMBERS/);
  expect(JSON.stringify(direct)).not.toMatch(/private|"subject|MEMBERS/);
});

test('a body that comes in pieces is the same request', async () => {
  const text = JSON.stringify(query('{ n: city(slug: "paris") { name } }'));
  const whole = await lanes.send({ body: text });
  const inPieces = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': String(text.length) };
      const request = httpRequest(`${http.url}/graphql`, { method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode!));
      });
      request.on('error', reject);
      request.write(text.slice(0, 10), () => setImmediate(() => request.end(text.slice(10))));
    });
  expect(whole).toMatchObject({ status: 200 });
  expect(await Promise.all([inPieces(), inPieces()])).toEqual([200, 200]);
});

test('a client that goes in the middle of its body leaves the server as it was', async () => {
  const headers = { 'content-type': 'application/json', 'content-length': '100' };
  const request = httpRequest(`${http.url}/graphql`, { method: 'POST', headers });
  const closed = new Promise((resolve) => request.on('close', resolve).on('error', () => undefined));
  request.write('{', () => request.destroy());
  await closed;
  expect(await lanes.send({ body: query('{ o: __typename }') })).toMatchObject({ status: 200 });
});
