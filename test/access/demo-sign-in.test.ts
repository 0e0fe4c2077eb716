import fs from 'node:fs';
import { request as httpRequest } from 'node:http';
import { decodeJwt } from 'jose';
import { loadConfig } from '../../src/config';
import { offersDemo } from '../../src/server/demo-sign-in';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';

const folder = createDataFolder();
const http = useHttpWorld(() => ({ INTERURBAN_DATA_DIR: folder }), { data: `${__dirname}/../../data` });
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** As the explorer's own page asks, and what is different. */
const signIn = (body: object, headers: Record<string, string> = {}) =>
  http.fetch('/demo-sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, 'x-interurban-demo': '1', ...headers },
    body: JSON.stringify(body),
  });

const VIEWER = '{ viewer { subject roles city { slug } networks { slug } } }';

test.each([
  [{ city: 'quito' }, { subject: 'demo-practitioner', roles: ['PRACTITIONER'], city: { slug: 'quito' }, networks: [] }],
  [
    { network: 'cool-cities' },
    { subject: 'demo-manager', roles: ['NETWORK_MANAGER'], city: null, networks: [{ slug: 'cool-cities' }] },
  ],
])('%j becomes an account for an hour', async (body, viewer) => {
  expect((await http.fetch('/demo-sign-in')).json).toEqual({ offered: true });
  const { status, headers, json } = await signIn(body);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  const { token } = json as { token: string };
  expect((await http.post({ query: VIEWER }, { authorization: `Bearer ${token}` })).json).toEqual({ data: { viewer } });
  const { iat = 0, exp = 0 } = decodeJwt(token);
  expect(exp - iat).toBe(3600);
});

test.each([
  [{}],
  [{ role: 'admin' }],
  [{ city: 'atlantis' }],
  [{ city: 'quito', network: 'cool-cities' }],
  [{ city: ['quito'] }],
  [{ network: 'quito' }],
])('%j is refused', async (body) => {
  const { status, json } = await signIn(body);
  expect([status, json]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
});

test.each([
  ['another site', { origin: 'https://example.org' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a form, or a link', { 'x-interurban-demo': '' }],
  ['a name that was made to lead here', { host: 'rebound.example.org', origin: 'http://rebound.example.org' }],
  [
    'a name that only begins like this machine',
    { host: '127.0.0.1.example.org', origin: 'http://127.0.0.1.example.org' },
  ],
  ['another site, as its browser says', { 'sec-fetch-site': 'cross-site' }],
  ['behind a proxy', { 'x-forwarded-for': '127.0.0.1' }],
])('a request of %s is refused', async (_name, headers) => {
  const { status, json } = await request(headers);
  expect([status, json]).toMatchObject([403, { errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
});

/** Node's fetch sends no Host or Sec-Fetch-Site of ours. */
function request(headers: Record<string, string>): Promise<{ status: number | undefined; json: unknown }> {
  return new Promise((resolve, reject) => {
    const own = { 'content-type': 'application/json', origin: http.url, 'x-interurban-demo': '1', ...headers };
    const sent = httpRequest(`${http.url}/demo-sign-in`, { method: 'POST', headers: own }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, json: JSON.parse(Buffer.concat(parts).toString()) }),
      );
    });
    sent.on('error', reject);
    sent.end('{"city":"quito"}');
  });
}

test.each([
  ['as it comes', {}, true],
  ['on another loopback address', { HOST: '::1' }, true],
  ['switched off', { DEMO_SIGN_IN: 'false' }, false],
  ['with an issuer', { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'https://cities.example.org' }, false],
  ['for a network', { HOST: '0.0.0.0' }, false],
  ['with a public address', { PUBLIC_URL: 'https://cities.example.org' }, false],
  ['behind proxies', { TRUSTED_PROXIES: '1' }, false],
  ['on a database of its own', { DATABASE_URL: 'postgresql://localhost/cities' }, false],
  ['without the sample data', { INTERURBAN_SAMPLE: 'false' }, false],
] as const)('a server %s: offered %j', (_name, environment, expected) =>
  expect(offersDemo(loadConfig(environment))).toBe(expected),
);
