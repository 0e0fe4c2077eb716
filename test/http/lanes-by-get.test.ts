import { createHash } from 'node:crypto';
import pg from 'pg';
import { loadConfig } from '../../src/config';
import { servedSchema } from '../../src/schema/served';
import { publishDocuments } from '../../src/server/documents/publish';
import { HttpWorld, useHttpWorld } from '../support/http';
import { Issuer } from '../support/issuer';
import { Lanes, type Came, type Sent } from './lanes';

// What is asked for by GET, or by the id of a published document: the same to the byte with Apollo Server and without.

const issuer = new Issuer();
beforeAll(() => issuer.start());
const http = useHttpWorld(() => issuer.environment);
const lanes = new Lanes(http);
afterAll(() => issuer.stop());

const DOCUMENTS = {
  city: 'query City($slug: String) { city(slug: $slug) { name networks { nodes { name } } } }',
  countries: 'query A($code: CountryCode!) { country(code: $code) { name } } query B { __typename }',
  wrong: 'query ($id: ID) { city(id: $id) { name } country(code: "KE") { code } }',
  refused: 'query ($n: Int) { cities(first: $n) { totalCount } }',
  seen: '{ viewer { subject } solutions(first: 100) { nodes { visibility } } }',
  write:
    'mutation { withdrawSignature(input: { signatureId: "x", withdrawnOn: "2026-01-01" }) { userErrors { code } } }',
  live: 'subscription { solutionShared { cursor } }',
};

beforeAll(async () => {
  const client = new pg.Client(http.world.testDatabase.connection);
  await client.connect();
  await publishDocuments(
    client,
    Object.entries(DOCUMENTS).map(([id, text]) => ({ id, text })),
    servedSchema(),
    loadConfig({}),
  );
  await client.end();
});

/** A GET without a header that a browser would not send. */
const get = (parameters: Record<string, string> | string, headers: Record<string, string> = {}): Sent => ({
  method: 'GET',
  path: `/graphql?${typeof parameters === 'string' ? parameters : new URLSearchParams(parameters).toString()}`,
  headers,
});

const paris = JSON.stringify({ slug: 'paris' });
const preflight = { 'apollo-require-preflight': 'true' };
const hash = createHash('sha256').update(DOCUMENTS.city).digest('hex');

const DIRECT: [what: string, sent: Sent][] = [
  ['an id', get({ documentId: 'city' })],
  ['an id with variables', get({ documentId: 'city', variables: paris })],
  ['an id by its other name', get({ id: 'city', variables: paris })],
  ['a hash', get({ documentId: `sha256:${hash}`, variables: '{"slug":"tokyo"}' })],
  ['an operation of several', get({ documentId: 'countries', operationName: 'B' })],
  ['another media type', get({ documentId: 'city' }, { accept: 'application/graphql-response+json' })],
  ['the reader’s language', get({ documentId: 'city', variables: paris }, { 'accept-language': 'zh' })],
  ['an error at a field', get({ documentId: 'wrong', variables: '{"id":"x"}' })],
  [
    'a page size that is refused',
    get({ documentId: 'refused', variables: '{"n":101}' }, { accept: 'application/graphql-response+json' }),
  ],
  ['a tag that is another', get({ documentId: 'city' }, { 'if-none-match': '"x"' })],
  ['a tag that is any', get({ documentId: 'city' }, { 'if-none-match': '*' })],
  ['a whole document', get({ query: '{ city(slug: "quito") { name } } # 1' }, preflight)],
  ['an id by POST', { body: { documentId: 'city', variables: { slug: 'quito' } } }],
  ['an id by its other name, by POST', { body: { id: 'city' } }],
];

const BY_APOLLO: [what: string, sent: Sent][] = [
  ['an id that nobody has published', get({ documentId: 'none' })],
  ['two ids', get('documentId=city&documentId=wrong')],
  ['two names', get({ documentId: 'city', id: 'city' })],
  ['an id beside a document', get({ documentId: 'city', query: '{ __typename }' }, preflight)],
  ['a whole document that another page may have sent', get({ query: DOCUMENTS.city })],
  ['variables that are no JSON', get({ documentId: 'city', variables: '{' })],
  ['variables that are a list', get({ documentId: 'city', variables: '[]' })],
  ['variables that are empty', get({ documentId: 'city', variables: '' })],
  ['a variable of the wrong type', get({ documentId: 'city', variables: '{"slug":1}' })],
  ['a variable that is missing', get({ documentId: 'countries', operationName: 'A' })],
  ['no operation of several', get({ documentId: 'countries' })],
  ['a mutation', get({ documentId: 'write' })],
  ['a subscription', get({ documentId: 'live' })],
  ['an extension', get({ documentId: 'city', extensions: '{"cost":true}' })],
  ['a mark that should not be there', get('documentId=city?&variables={}')],
  ['a type without a body', get({ documentId: 'city' }, { 'content-type': 'text/plain' })],
  ['a page for browsers', get({ documentId: 'city' }, { accept: 'text/html,*/*;q=0.8' })],
  ['a media type that is not offered', get({ documentId: 'city' }, { accept: 'image/png' })],
  ['a token that is none', get({ documentId: 'city' }, { authorization: 'Bearer x' })],
  ['a HEAD', { ...get({ documentId: 'city' }), method: 'HEAD' }],
  ['an id that nobody has published, by POST', { body: { documentId: 'none' } }],
  ['an id beside a document, by POST', { body: { documentId: 'city', query: '{ __typename }' } }],
  ['an id that is a number, by POST', { body: { documentId: 7 } }],
  ['an id that is null, by POST', { body: { documentId: null } }],
];

/** As when the server has just been started. */
async function withoutMemory<T>(ask: () => Promise<T>): Promise<T> {
  const { documents } = http.world.apollo;
  const find = jest.spyOn(documents, 'find').mockReturnValue(undefined);
  try {
    return await ask();
  } finally {
    find.mockRestore();
  }
}

test.each(DIRECT)('%s: without Apollo Server, to the byte as with it', async (_what, sent) => {
  const byApollo = await withoutMemory(() => lanes.send(sent));
  const { first, second, byApollo: count } = await lanes.sendTwice(sent);
  expect([first, second]).toEqual([byApollo, byApollo]);
  expect(count).toBeLessThanOrEqual(1);
  expect((await lanes.sendTwice(sent)).byApollo).toBe(0);
});

test.each(BY_APOLLO)('%s: never without Apollo Server or Express', async (_what, sent) => {
  const { first, second, byApollo } = await lanes.sendTwice(sent);
  expect([0, 2]).toContain(byApollo); // Express refuses some before.
  expect(second).toEqual(first);
});

const headersOf = ({ headers }: Came): Record<string, unknown> => Object.fromEntries(headers);

test('what the client has already is not sent again, until it is another', async () => {
  const sent = get({ documentId: 'city', variables: paris });
  const before = await lanes.send(sent);
  const { etag, ...kept } = headersOf(before);
  const asked = get({ documentId: 'city', variables: paris }, { 'if-none-match': `W/"old", ${String(etag)}` });
  const byApollo = await withoutMemory(() => lanes.send(asked));
  const { first: direct, byApollo: count } = await lanes.sendTwice(asked);
  expect({ count, direct }).toEqual({ count: 0, direct: byApollo });
  const { 'content-length': _length, 'content-type': _type, ...others } = kept;
  expect(direct).toMatchObject({ status: 304, answer: '' });
  expect(headersOf(direct)).toEqual({ ...others, etag });
  await http.world.sql(`UPDATE city SET name = 'Lutetia' WHERE slug = 'paris'`);
  const after = await lanes.send(asked);
  await http.world.sql(`UPDATE city SET name = 'Paris' WHERE slug = 'paris'`);
  expect(after).toMatchObject({ status: 200, answer: expect.stringContaining('Lutetia') });
});

test('each caller gets what that caller may see, and caches are told whose it is', async () => {
  const authorization = `Bearer ${await issuer.token()}`;
  for (const headers of [{}, { authorization }] as Record<string, string>[]) {
    const sent = get({ documentId: 'seen' }, headers);
    const byApollo = await withoutMemory(() => lanes.send(sent));
    const { second: direct, byApollo: count } = await lanes.sendTwice(sent);
    expect({ count: count <= 1, direct }).toEqual({ count: true, direct: byApollo });
    expect(direct.answer.includes('MEMBERS')).toBe('authorization' in headers);
    expect(String(headersOf(direct)['cache-control']).startsWith('private')).toBe('authorization' in headers);
  }
});

test('caches keep it by what is accepted, in production too', async () => {
  const inProduction = new HttpWorld(http.world, () => ({ PRODUCTION: 'true' }));
  await inProduction.listen();
  const { headers } = await inProduction.fetch('/graphql?documentId=city');
  const first = headers.get('vary');
  const second = (await inProduction.fetch('/graphql?documentId=city')).headers.get('vary');
  await inProduction.close();
  expect([first, second]).toEqual(Array(2).fill('Accept, Authorization, Accept-Language'));
});
