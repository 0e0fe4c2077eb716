import { useHttpWorld } from '../support/http';

const http = useHttpWorld();
const query = '{ city(slug: "new-york") { name } }';

describe('a request', () => {
  test('by POST', async () => {
    const { status, headers, json } = await http.post({ query });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json; charset=utf-8/);
    expect(json).toEqual({ data: { city: { name: 'New York' } } });
  });

  test('by GET, with variables', async () => {
    const parameters = new URLSearchParams({
      query: 'query ($s: String) { city(slug: $s) { name } }',
      variables: JSON.stringify({ s: 'tokyo' }),
    });
    const headers = { accept: 'application/graphql-response+json', 'apollo-require-preflight': 'true' };
    const { status, json } = await http.fetch(`/graphql?${parameters.toString()}`, { headers });
    expect(status).toBe(200);
    expect(json).toEqual({ data: { city: { name: 'Tokyo' } } });
  });

  test('with an operation name', async () => {
    const two = 'query A { city(slug: "paris") { slug } } query B { city(slug: "tokyo") { slug } }';
    expect((await http.post({ query: two, operationName: 'B' })).json).toEqual({ data: { city: { slug: 'tokyo' } } });
    expect(await http.post({ query: two })).toMatchObject({ status: 400 });
    expect(await http.post({ query: two, operationName: 'C' })).toMatchObject({ status: 400 });
  });

  test('in the reader’s language, which caches are told of', async () => {
    const { json, headers } = await http.post({ query }, { 'accept-language': 'fr;q=0.9, es;q=0.8, zh;q=0.5' });
    expect(json).toEqual({ data: { city: { name: 'Nueva York' } } });
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  test('in any order and at the same time as others', async () => {
    const slugs = ['tokyo', 'paris', 'quito', 'accra', 'suva', 'apia', 'bogota', 'london'];
    const answers = await Promise.all(
      [...slugs, ...slugs, ...slugs].map((slug) => http.post({ query: `{ city(slug: "${slug}") { slug } }` })),
    );
    expect(answers.map(({ json }) => json.data.city.slug)).toEqual([...slugs, ...slugs, ...slugs]);
  });
});

describe('the status of a mistake', () => {
  test.each([
    ['a document that cannot be parsed', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['a document that is not valid', { query: '{ mayors }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['no document', { variables: {} }, 'BAD_REQUEST'],
    ['a document that is no text', { query: 5 }, 'BAD_REQUEST'],
    ['variables that are none', { query, variables: 'x' }, 'BAD_REQUEST'],
    [
      'a variable of the wrong type',
      { query: 'query ($n: Int) { cities(first: $n) { totalCount } }', variables: { n: 'x' } },
      'BAD_USER_INPUT',
    ],
    [
      'a persisted document with the hash of another',
      { query, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      'BAD_REQUEST',
    ],
    ['a page size', { query: '{ cities(first: 101) { totalCount } }' }, 'INVALID_PAGE'],
    ['a cursor', { query: '{ cities(after: "x") { totalCount } }' }, 'INVALID_CURSOR'],
    ['a filter', { query: '{ cities(filter: { population: { gt: 1, lt: 1 } }) { totalCount } }' }, 'INVALID_FILTER'],
  ])('%s: 400', async (_what, body, code) => {
    const { status, json } = await http.post(body, { accept: 'application/graphql-response+json' });
    expect({ status, code: json.errors[0].extensions.code }).toEqual({ status: 400, code });
    expect(json.data).toBeUndefined();
  });

  test('one that is found while other fields are answered: 200', async () => {
    const { status, json } = await http.post({ query: '{ city(id: "x") { name } country(code: "KE") { code } }' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ data: { city: null, country: { code: 'KE' } }, errors: [{ path: ['city'] }] });
  });
});

describe('a body', () => {
  test('that is no JSON', async () => {
    for (const body of ['{"query": ', 'query { cities }', '"text"']) {
      const { status, json } = await http.post(body);
      expect(status).toBe(400);
      expect(json.errors[0].extensions.code).toBe('BAD_REQUEST');
    }
  });

  test('of another content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const { status } = await http.post({ query }, { 'content-type': type });
      expect([400, 415]).toContain(status);
    }
  });

  test('without a content type, or empty', async () => {
    const bare = await http.fetch('/graphql', { method: 'POST', headers: { 'apollo-require-preflight': 'true' } });
    expect(bare.status).toBe(400);
    expect((await http.post('')).status).toBe(400);
  });

  test('in an encoding that is not known', async () => {
    expect(await http.post({ query }, { 'content-type': 'application/json; charset=koi8-r' })).toMatchObject({
      status: 415,
    });
    expect(await http.post({ query }, { 'content-encoding': 'x-unknown' })).toMatchObject({ status: 415 });
  });

  test('of more than a megabyte: 413', async () => {
    const { status, json } = await http.post({ query, variables: { x: 'x'.repeat(1024 * 1024) } });
    expect(status).toBe(413);
    expect(json).toEqual({
      errors: [{ message: 'Expected a body of at most 1mb.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test('of nearly a megabyte is taken', async () => {
    const { status } = await http.post({ query, variables: { unused: 'x'.repeat(1000 * 1024) } });
    expect(status).toBe(200);
  });

  test('with a batch of operations: not offered', async () => {
    expect(await http.post(JSON.stringify([{ query }, { query }]))).toMatchObject({ status: 400 });
  });
});

test('other methods: 405', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const { status, headers } = await http.fetch('/graphql', {
      method,
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(status).toBe(405);
    expect(headers.get('allow')).toMatch(/POST/);
  }
});

test('a GET from another page’s form or image is refused', async () => {
  const { status, json } = await http.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: '*/*' },
  });
  expect(status).toBe(400);
  expect(json.errors[0].message).toMatch(/CSRF/);
});

test('addresses that are nothing: 404', async () => {
  expect(await http.fetch('/nothing')).toMatchObject({
    status: 404,
    json: { errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }] },
  });
});

test('the server does not say what it is made of', async () => {
  const { headers } = await http.post({ query });
  expect(headers.get('x-powered-by')).toBeNull();
});
