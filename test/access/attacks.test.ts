import { createHmac } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calculateJwkThumbprint, CompactSign, exportSPKI, importJWK, type CryptoKey } from 'jose';
import { MAX_TOKEN } from '../../src/access/authenticator';
import { useHttpWorld } from '../support/http';
import { AUDIENCE, Issuer, makeKey, type SigningKey } from '../support/issuer';

// Each forgery comes over a socket to a server that trusts a real issuer. It gets 401 and nothing else: nothing runs, and nobody
// is asked at an address that the forger has chosen.
const issuer = new Issuer();
let attacker: { url: string; requests: string[]; server: Server };
let forged: SigningKey;

beforeAll(() => issuer.start());
const http = useHttpWorld(() => issuer.environment);
beforeAll(async () => {
  forged = await makeKey('forged');
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end(JSON.stringify({ keys: [forged.publicJwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  attacker = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, requests, server };
});
afterAll(async () => {
  attacker.server.closeAllConnections();
  await new Promise((resolve) => attacker.server.close(resolve));
  await issuer.stop();
});

const DOCUMENT = JSON.stringify({ query: '{ viewer { subject } networks { totalCount } }' });

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const payloadOf = (token: string): string => token.split('.')[1]!;

/** A token that is signed by hand, as forgers do. */
async function signedWith(header: object, sign: (data: string) => string): Promise<string> {
  const data = `${encode(header)}.${payloadOf(await issuer.token())}`;
  return `${data}.${sign(data)}`;
}

const now = () => Math.floor(Date.now() / 1000);

// Why each is refused: a test that is refused for another reason than its own tests nothing.
const UNSIGNED = 'Expected a token that the issuer has signed, but got another one.';
const EXPIRED = 'Expected a token that is still valid, but got one that has expired. Sign in again.';
const LONG = /^Expected a token of at most 8192 characters, but got \d+\.$/;
const OTHER_HEADER = 'Expected "Authorization: Bearer TOKEN", but got something else.';
const SEVERAL = 'Expected one Authorization header, but got several.';
const OTHER_TYPE = 'Expected an access token, but got one of another type.';
const NO_SUBJECT = 'Expected a token with the claims sub and exp, but got one without.';
const unfit = (claim: string): string => `Expected a token for this server, but its claim "${claim}" does not fit.`;

const forgeries: [name: string, reason: string | RegExp, token: () => Promise<string>][] = [
  ['alg none', UNSIGNED, () => signedWith({ alg: 'none' }, () => '')],
  ['alg None, in other letters', UNSIGNED, () => signedWith({ alg: 'nOnE' }, () => '')],
  ['alg none with a signature', UNSIGNED, () => signedWith({ alg: 'none', kid: 'first' }, () => 'AAAA')],
  ['no alg', UNSIGNED, () => signedWith({ kid: 'first' }, () => 'AAAA')],
  [
    'HS256, signed with the public key as PEM',
    UNSIGNED,
    async () => {
      const { publicJwk } = issuer.keys[0]!;
      const pem = await exportSPKI((await importJWK(publicJwk, 'RS256')) as CryptoKey);
      const sign = (data: string) => createHmac('sha256', pem).update(data).digest('base64url');
      return signedWith({ alg: 'HS256', kid: 'first' }, sign);
    },
  ],
  [
    'HS256, signed with the public key’s modulus',
    UNSIGNED,
    () => {
      const secret = Buffer.from(issuer.keys[0]!.publicJwk.n!, 'base64url');
      const sign = (data: string) => createHmac('sha256', secret).update(data).digest('base64url');
      return signedWith({ alg: 'HS256', kid: 'first' }, sign);
    },
  ],
  [
    'an algorithm that is not on the list',
    UNSIGNED,
    async () => issuer.token({ key: await makeKey('first', 'ES384') }),
  ],
  ['another key under the kid of the right one', UNSIGNED, async () => issuer.token({ key: await makeKey('first') })],
  ['a changed payload', UNSIGNED, async () => withPayload(await issuer.token(), { roles: ['admin'], sub: 'another' })],
  ['a signature cut off', UNSIGNED, async () => (await issuer.token()).replace(/[^.]+$/, '')],
  ['a signature cut short', UNSIGNED, async () => (await issuer.token()).slice(0, -4)],
  ['another issuer', unfit('iss'), () => issuer.token({ claims: { iss: 'https://login.example.org' } })],
  ['the issuer with a slash more', unfit('iss'), () => issuer.token({ claims: { iss: `${issuer.url}/` } })],
  ['no issuer', unfit('iss'), () => issuer.token({ claims: { iss: undefined } })],
  ['another audience', unfit('aud'), () => issuer.token({ claims: { aud: 'https://other.example.org' } })],
  ['no audience', unfit('aud'), () => issuer.token({ claims: { aud: undefined } })],
  [
    'an audience that begins with ours',
    unfit('aud'),
    () => issuer.token({ claims: { aud: 'https://cities.example.org.evil' } }),
  ],
  ['expired', EXPIRED, () => issuer.token({ claims: { exp: now() - 60 } })],
  ['no expiry', unfit('exp'), () => issuer.token({ claims: { exp: undefined } })],
  [
    'an expiry that is a text',
    unfit('exp'),
    () => issuer.token({ claims: { exp: '9999999999' as unknown as number } }),
  ],
  [
    'an expiry without end',
    NO_SUBJECT,
    () => signedText(`{"iss":"${issuer.url}","aud":"${AUDIENCE}","sub":"a","exp":1e999}`),
  ],
  ['a payload that is no object', UNSIGNED, () => signedText('[]')],
  ['a payload that is no JSON', UNSIGNED, () => signedText('{')],
  ['not valid yet', unfit('nbf'), () => issuer.token({ claims: { nbf: now() + 60 } })],
  [
    'issued in the future, with a text as nbf',
    unfit('nbf'),
    () => issuer.token({ claims: { nbf: 'soon' as unknown as number } }),
  ],
  ['no subject', unfit('sub'), () => issuer.token({ claims: { sub: undefined } })],
  ['an empty subject', NO_SUBJECT, () => issuer.token({ claims: { sub: '' } })],
  ['too long', LONG, () => issuer.token({ claims: { filling: 'x'.repeat(MAX_TOKEN) } })],
  ['a kid that is a URL', UNSIGNED, () => issuer.token({ key: forged, header: { kid: attacker.url } })],
  ['a kid that is a path', UNSIGNED, () => issuer.token({ key: forged, header: { kid: '../../../../dev/null' } })],
  ['a kid that is SQL', UNSIGNED, () => issuer.token({ key: forged, header: { kid: "' UNION SELECT 'key' --" } })],
  ['a kid that is an object', UNSIGNED, () => issuer.token({ key: forged, header: { kid: { $ne: '' } } })],
  ['jku', UNSIGNED, () => issuer.token({ key: forged, header: { jku: attacker.url } })],
  [
    'jku with the kid of the right key',
    UNSIGNED,
    () => issuer.token({ key: forged, header: { jku: attacker.url, kid: 'first' } }),
  ],
  ['x5u', UNSIGNED, () => issuer.token({ key: forged, header: { x5u: attacker.url } })],
  ['x5c', UNSIGNED, () => issuer.token({ key: forged, header: { x5c: ['MIIB'] } })],
  ['its own key in jwk', UNSIGNED, () => issuer.token({ key: forged, header: { jwk: forged.publicJwk } })],
  [
    'its own key in jwk, by its thumbprint',
    UNSIGNED,
    async () => {
      const kid = await calculateJwkThumbprint(forged.publicJwk);
      return issuer.token({ key: forged, header: { jwk: forged.publicJwk, kid } });
    },
  ],
  [
    'a critical header that nobody knows',
    UNSIGNED,
    () => signedWith({ alg: 'RS256', crit: ['exp'], exp: 1 }, () => 'AAAA'),
  ],
  [
    'a payload that is not encoded',
    UNSIGNED,
    () => signedWith({ alg: 'RS256', b64: false, crit: ['b64'] }, () => 'AAAA'),
  ],
  ['a token to log out with', OTHER_TYPE, () => issuer.token({ header: { typ: 'logout+jwt' } })],
  ['an encrypted token', UNSIGNED, () => Promise.resolve('eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA')],
  ['no token at all', UNSIGNED, () => Promise.resolve('null')],
];

function withPayload(token: string, claims: object): string {
  const [header, , signature] = token.split('.');
  return `${header}.${encode(claims)}.${signature}`;
}

/** A token of the issuer whose payload is any text. */
const signedText = (text: string): Promise<string> =>
  new CompactSign(Buffer.from(text))
    .setProtectedHeader({ alg: 'RS256', kid: 'first' })
    .sign(issuer.keys[0]!.privateKey);

interface Raw {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** A request with its headers as they are given, those that fetch would join among them. */
function send(authorization: readonly string[]): Promise<Raw> {
  const headers = ['content-type', 'application/json', 'host', 'localhost', 'content-length', String(DOCUMENT.length)];
  const given = authorization.flatMap((header) => ['authorization', header]);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${http.url}/graphql`,
      { method: 'POST', headers: [...headers, ...given] },
      (answer) => {
        let body = '';
        answer.on('data', (chunk) => (body += String(chunk)));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
      },
    );
    request.on('error', reject).end(DOCUMENT);
  });
}

async function expectRefusal(authorization: readonly string[], reason: string | RegExp): Promise<void> {
  const { statements } = http.world;
  const before = statements.length;
  const { status, headers, body } = await send(authorization);
  expect(status).toBe(401);
  expect(headers['www-authenticate']).toMatch(/^Bearer\b/);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['vary']).toContain('Authorization');
  const message: unknown = typeof reason === 'string' ? reason : expect.stringMatching(reason);
  expect(JSON.parse(body)).toEqual({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(statements.slice(before)).toEqual([]);
  expect(attacker.requests).toEqual([]);
}

test('a good token is accepted', async () => {
  const { status, body } = await send([`Bearer ${await issuer.token()}`]);
  expect({ status, body: JSON.parse(body) as unknown }).toEqual({
    status: 200,
    body: { data: { viewer: { subject: 'somebody' }, networks: { totalCount: 8 } } },
  });
});

test.each(forgeries)('refused: %s', async (_name, reason, token) => {
  await expectRefusal([`Bearer ${await token()}`], reason);
});

test.each<[name: string, reason: string, headers: (token: string) => string[]]>([
  ['two headers', SEVERAL, (token) => [`Bearer ${token}`, `Bearer ${token}`]],
  ['two headers, the second of which is empty', SEVERAL, (token) => [`Bearer ${token}`, '']],
  ['two tokens in one header', OTHER_HEADER, (token) => [`Bearer ${token}, Bearer ${token}`]],
  ['another scheme', OTHER_HEADER, (token) => [`Basic ${token}`]],
  ['a scheme that begins alike', OTHER_HEADER, (token) => [`Bearerish ${token}`]],
  ['no scheme', OTHER_HEADER, (token) => [token]],
  ['a scheme alone', OTHER_HEADER, () => ['Bearer']],
  ['an empty header', OTHER_HEADER, () => ['']],
])('refused: %s', async (_name, reason, headers) => {
  await expectRefusal(headers(await issuer.token()), reason);
});

test('a header without end is refused by its length', async () => {
  const { status, body } = await send([`Bearer ${'x'.repeat(64 * 1024)}`]);
  expect({ status, body }).toEqual({ status: 431, body: '' });
});

test('whatever the method and the path, nothing else is answered', async () => {
  const authorization = `Bearer ${await issuer.token({ claims: { exp: 1 } })}`;
  for (const [path, method] of [
    ['/graphql?query={networks{totalCount}}', 'GET'],
    ['/graphql', 'POST'],
    ['/graphql', 'PUT'],
    ['/feeds/solutions.atom', 'GET'],
    ['/fact-sheets/all.en.pdf', 'GET'],
    ['/exports/cities.csv', 'GET'],
  ] as const) {
    for (const accept of ['application/json', 'text/event-stream']) {
      const { status } = await http.fetch(path, { method, headers: { authorization, accept }, redirect: 'manual' });
      expect({ path, accept, status }).toEqual({ path, accept, status: 401 });
    }
  }
});

test('the log says no word of tokens', () => {
  expect(JSON.stringify(http.world.log)).not.toContain('eyJ');
});
