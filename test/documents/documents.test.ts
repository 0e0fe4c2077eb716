import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import pg from 'pg';
import { loadConfig } from '../../src/config';
import { printMergedSchema } from '../../src/schema/print';
import { servedSchema } from '../../src/schema/served';
import { readManifest } from '../../src/server/documents/manifest';
import { publishDocuments } from '../../src/server/documents/publish';
import { StreamReader } from '../support/event-streams';
import { createDataFolder } from '../support/folders';
import { useLiveWorld, type LiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

// docs/documents.md.
const open = useLiveWorld();
const closed = useLiveWorld(() => ({ PUBLISHED_DOCUMENTS_ONLY: 'true' }), {
  settings: { PUBLISHED_DOCUMENTS_ONLY: 'true' },
});

const CITY = 'query City($slug: String!) { city(slug: $slug) { name } }';
const SHARED = 'subscription Shared { solutionShared { solution { slug } } }';
const variables = { slug: 'tokyo' };
const tokyo = { data: { city: { name: 'Tokyo' } } };
const hash = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');

/** As GraphQL Code Generator's client preset writes it: SHA-1 unless it is told otherwise. */
const ofCodegen = { [hash(CITY, 'sha1')]: CITY, [hash(SHARED, 'sha1')]: SHARED };

/** As `generate-persisted-query-manifest` writes it. */
const ofApollo = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: hash(CITY), name: 'City', type: 'query', body: CITY }],
};

async function publish(world: LiveWorld, manifest: object | string): Promise<number> {
  const client = new pg.Client(world.http.world.testDatabase.connection);
  await client.connect();
  try {
    const content = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
    return await publishDocuments(client, readManifest(content, 'manifest.json'), servedSchema(), loadConfig({}));
  } finally {
    await client.end();
  }
}

const id = hash(CITY, 'sha1');

beforeAll(async () => {
  for (const world of [open, closed]) await publish(world, ofCodegen);
});

describe('by id', () => {
  test.each(
    Object.entries({ documentId: { documentId: id }, id: { id }, hash: { documentId: `sha256:${hash(CITY)}` } }),
  )('over HTTP by POST: %s', async (_name, named) => {
    for (let i = 0; i < 4; i++) expect((await open.http.post({ ...named, variables })).json).toEqual(tokyo);
  });

  test('by GET, with no header that a browser would not send to a CDN', async () => {
    const parameters = new URLSearchParams({ documentId: id, variables: JSON.stringify(variables) });
    const { status, json } = await open.http.fetch(`/graphql?${parameters.toString()}`);
    expect({ status, json }).toEqual({ status: 200, json: tokyo });
  });

  test('in the way of Apollo’s persisted queries', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: id } };
    expect((await open.http.post({ extensions, variables })).json).toEqual(tokyo);
  });

  test('over WebSocket: a query, and a subscription', async () => {
    const socket = await RawSocket.connect(open.url);
    socket.send({ id: '1', type: 'subscribe', payload: { query: '', documentId: id, variables } });
    expect((await socket.next('1')).payload).toEqual(tokyo);
    socket.send({ id: '2', type: 'subscribe', payload: { query: '', documentId: hash(SHARED, 'sha1') } });
    await socket.begun('2');
    socket.send({
      ...{ id: '3', type: 'subscribe' },
      payload: { query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash: id } } },
    });
    expect((await socket.next('3')).payload).toEqual(tokyo);
    await open.share('by-id');
    expect((await socket.next('2')).payload.data.solutionShared.solution).toEqual({ slug: 'by-id' });
    socket.send({ id: '4', type: 'subscribe', payload: { query: '', documentId: 'none' } });
    expect(await socket.next('4')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'DOCUMENT_NOT_FOUND' } }],
    });
    socket.close();
  });

  test('over an event stream', async () => {
    const parameters = new URLSearchParams({ documentId: id, variables: JSON.stringify(variables) });
    for (const stream of [
      await StreamReader.open(open.graphql, { documentId: id, variables }),
      await StreamReader.open(`${open.graphql}?${parameters.toString()}`),
    ])
      expect((await stream.next()).data).toEqual(tokyo);
  });

  test('what is not published, is no id, or comes with a document', async () => {
    const outcomes = await Promise.all(
      [{ documentId: 'x' }, { documentId: '' }, { documentId: 7 }, { documentId: id, query: CITY }].map((body) =>
        open.http.post(body),
      ),
    );
    expect(outcomes.map(({ status, json }) => [status, json.errors[0].extensions.code])).toEqual([
      [404, 'DOCUMENT_NOT_FOUND'],
      [404, 'DOCUMENT_NOT_FOUND'],
      [404, 'DOCUMENT_NOT_FOUND'],
      [400, 'BAD_REQUEST'],
    ]);
  });
});

describe('automatic persisted queries', () => {
  test('are registered by the first who asks', async () => {
    const query = '{ country(code: "KE") { code } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash(query) } };
    const first = await open.http.post({ extensions });
    expect(first.json.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    const data = { country: { code: 'KE' } };
    expect((await open.http.post({ query, extensions })).json).toEqual({ data });
    expect((await open.http.post({ extensions })).json).toEqual({ data });
  });

  test('Apollo Client', async () => {
    const bodies: Json[] = [];
    const spying: typeof fetch = (input, init) => {
      bodies.push(JSON.parse(init!.body as string));
      return fetch(input, init);
    };
    const link = new PersistedQueryLink({ sha256: hash }).concat(new HttpLink({ uri: open.graphql, fetch: spying }));
    const City: TypedDocumentNode<{ city: { name: string } }> = gql(CITY);
    const ask = (slug: string) =>
      new ApolloClient({ link, cache: new InMemoryCache() }).query({ query: City, variables: { slug } });
    expect((await ask('tokyo')).data?.city.name).toBe('Tokyo');
    expect((await ask('paris')).data?.city.name).toBe('Paris');
    expect(bodies.map((body) => 'query' in body)).toEqual([false, true, false]);
  });
});

describe('publishing', () => {
  test('Apollo’s manifest, twice', async () => {
    expect([await publish(open, ofApollo), await publish(open, ofApollo)]).toEqual([1, 0]);
    expect((await open.http.post({ documentId: hash(CITY), variables })).json).toEqual(tokyo);
  });

  test('what the Relay compiler writes', async () => {
    const folder = createDataFolder();
    fs.cpSync(path.join(__dirname, '../fixtures/relay'), path.join(folder, 'src'), { recursive: true });
    fs.mkdirSync(path.join(folder, 'artifacts'));
    fs.writeFileSync(path.join(folder, 'schema.graphql'), printMergedSchema());
    const config = {
      ...{ src: './src', schema: './schema.graphql', artifactDirectory: './artifacts', language: 'javascript' },
      persistConfig: { file: './persisted.json', algorithm: 'SHA256' },
    };
    fs.writeFileSync(path.join(folder, 'relay.config.json'), JSON.stringify(config));
    fs.writeFileSync(path.join(folder, 'persisted.json'), '{}');
    await promisify(execFile)(process.execPath, [require.resolve('relay-compiler/cli.js')], { cwd: folder });
    const manifest = fs.readFileSync(path.join(folder, 'persisted.json'), 'utf8');
    fs.rmSync(folder, { recursive: true });
    const ids = Object.keys(JSON.parse(manifest) as object);
    expect(await publish(open, manifest)).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(5);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', 'x', /expected a JSON object with the text of each document by its id, got "x"/],
    ['a list', '[]', /expected a JSON object/],
    ['another format', '{"format":"apollo","version":2}', /expected "apollo-persisted-query-manifest", version 1/],
    ['a document that is no text', '{"a":5}', /expected each document to have an id and a text, got \{"a":5\}/],
    ['a syntax error', '{"a":"{"}', /^a: Syntax Error/],
    ['a field that does not exist', '{"a":"{ mayors }"}', /^a: Cannot query field "mayors"/],
    [
      'one beyond the limits',
      `{"a":"{ ${'a: __typename '.replace('a', 'b').repeat(101)} }"}`,
      /^a: Expected a document/,
    ],
    [
      'another text under a known id',
      JSON.stringify({ [id]: '{ __typename }' }),
      /expected the text that is published/,
    ],
  ])('%s is refused, and nothing is published', async (_what, content, message) => {
    await expect(publish(open, content)).rejects.toThrow(message);
    await expect(publish(open, JSON.stringify({ [id]: '{ feedCursor }', more: CITY }))).rejects.toThrow(
      /under this id/,
    );
    expect((await open.http.post({ documentId: 'more', variables })).status).toBe(404);
  });
});

describe('where only published documents run', () => {
  const other = '{ feedCursor }';

  test('these do, by id and by their text, again and again', async () => {
    for (let i = 0; i < 4; i++) {
      expect((await closed.http.post({ documentId: id, variables })).json).toEqual(tokyo);
      expect((await closed.http.post({ query: CITY, variables })).json).toEqual(tokyo);
    }
  });

  test('no others do, over no transport, however often they are sent', async () => {
    const refusal = { errors: [{ extensions: { code: 'DOCUMENT_NOT_PUBLISHED' } }] };
    for (let i = 0; i < 4; i++)
      expect(await closed.http.post({ query: other })).toMatchObject({ status: 403, json: refusal });
    const persisted = { query: other, extensions: { persistedQuery: { version: 1, sha256Hash: hash(other) } } };
    expect((await closed.http.post(persisted)).json).toMatchObject(refusal);
    const stream = await StreamReader.open(closed.graphql, { query: other });
    expect((await stream.next()).data).toMatchObject(refusal);
    const socket = await RawSocket.connect(closed.url);
    socket.subscribe('1', other);
    expect((await socket.next('1')).payload).toMatchObject(refusal.errors);
    socket.subscribe('2', 'subscription { changes { type } }');
    expect((await socket.next('2')).payload).toMatchObject(refusal.errors);
    socket.close();
  });

  test('a document is welcome as soon as it is published', async () => {
    const query = '{ city(slug: "paris") { slug } }';
    expect((await closed.http.post({ query })).status).toBe(403);
    await publish(closed, { late: query });
    expect((await closed.http.post({ query })).json).toEqual({ data: { city: { slug: 'paris' } } });
  });

  test('GraphiQL is off, and so is introspection, which nobody has published', async () => {
    const page = await closed.http.fetch('/graphql', { headers: { accept: 'text/html' } });
    expect(page.text).not.toMatch(/graphiql/i);
    expect((await closed.http.post({ query: '{ __schema { queryType { name } } }' })).status).toBe(403);
  });
});
