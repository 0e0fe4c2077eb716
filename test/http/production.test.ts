import { useHttpWorld, type HttpAnswer } from '../support/http';

// What graphql-cop (github.com/dolevf/graphql-cop) asks, and when it would report a finding: docs/limits.md, "Production".
const settings = { PRODUCTION: 'true', INTROSPECTION: 'false' };
const http = useHttpWorld(() => settings, { settings });

const post = (query: string): Promise<HttpAnswer> => http.post({ query, operationName: 'cop' });
const get = (query: string): Promise<HttpAnswer> => http.fetch(`/graphql?query=${encodeURIComponent(query)}`);

test.each<[string, () => Promise<HttpAnswer>]>([
  [
    'alias overloading',
    () => post(`query cop { ${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`),
  ],
  ['batches', () => http.post(JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' })))],
  ['queries by GET', () => get('query cop {__typename}')],
  ['mutations by GET', () => get('mutation cop {__typename}')],
  [
    'circular introspection',
    () => post('query cop { __schema { types { fields { type { fields { type { fields { name } } } } } } } }'),
  ],
  ['introspection', () => post('query cop { __schema { types { name fields { name } } } }')],
  ['repeated fields', () => post(`query cop { ${'__typename '.repeat(500)} }`)],
  [
    'forms by POST',
    () =>
      http.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'query=query+cop+%7B+__typename+%7D',
      }),
  ],
])('%s: refused', async (_name, ask) => {
  const { status, json } = await ask();
  expect(status).toBeGreaterThanOrEqual(400);
  expect(json?.data).toBeUndefined();
});

test('repeated directives: not all are told of', async () => {
  const { json } = await post(`query cop { __typename ${'@aa'.repeat(10)} }`);
  expect(json.errors.length).toBeLessThan(10);
});

test('mistakes come without suggestions', async () => {
  expect((await post('query cop { citys { slug } }')).text).not.toMatch(/Did you mean/);
});

test('no tracing, no exceptions', async () => {
  expect((await post('query cop { __typename }')).json).toEqual({ data: { __typename: 'Query' } });
  expect((await post('qwerty cop { abc }')).text).not.toMatch(/exception|stack/);
});

test('no GraphiQL', async () => {
  const { text } = await http.fetch('/graphql', { headers: { accept: 'text/html' } });
  expect(text).not.toMatch(/graphiql|playground/i);
});

test('answers have security headers', async () => {
  const { headers } = await post('query cop { __typename }');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
});
