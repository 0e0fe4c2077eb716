import { useHttpWorld, type HttpAnswer } from '../support/http';
import { Issuer, makeKey } from '../support/issuer';

const MINUTE = 60_000;

const issuer = new Issuer();
beforeAll(() => issuer.start());
const http = useHttpWorld(() => issuer.environment);
afterAll(() => issuer.stop());

afterEach(() => jest.restoreAllMocks());

// The server's clock, in milliseconds from now; tokens are valid for longer than any step of it in a test of keys.
let offset = 0;
const realNow = Date.now.bind(Date);
beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => realNow() + offset));

const pass = (milliseconds: number): void => void (offset += milliseconds);

const ask = async (token: string): Promise<HttpAnswer> =>
  http.post({ query: '{ viewer { subject } }' }, { authorization: `Bearer ${token}` });

/** The status of each answer. */
const statuses = async (tokens: Promise<string>[]): Promise<number[]> =>
  (await Promise.all((await Promise.all(tokens)).map(ask))).map(({ status }) => status);

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

const UNAVAILABLE = { errors: [{ message: expect.any(String), extensions: { code: 'ISSUER_UNAVAILABLE' } }] };

test('keys are asked for once, however many come at a time, and kept', async () => {
  expect(await statuses(times(20, () => issuer.token()))).toEqual(times(20, () => 200));
  expect(issuer.requests).toEqual(['/realms/cities/.well-known/openid-configuration', '/realms/cities/keys']);
});

test('a token of an unknown key makes the server ask again, but not each of them', async () => {
  const unknown = await makeKey('unknown');
  pass(MINUTE);
  const before = issuer.keyRequests;
  const tokens = times(50, (i) => issuer.token({ key: unknown, header: { kid: `unknown-${i}` } }));
  expect(await statuses(tokens)).toEqual(times(50, () => 401));
  for (const token of await Promise.all(tokens)) expect((await ask(token)).status).toBe(401);
  expect(issuer.keyRequests).toBe(before + 1);
});

test('a new key is accepted without a restart, beside the old one', async () => {
  const [old] = issuer.keys;
  issuer.keys.push(await makeKey('second', 'ES256'));
  pass(MINUTE);
  expect(await statuses([issuer.token(), issuer.token({ key: old! })])).toEqual([200, 200]);
});

test('a key that the issuer has withdrawn is refused ten minutes later', async () => {
  const [old] = issuer.keys.splice(0, 1);
  expect(await statuses([issuer.token({ key: old! })])).toEqual([200]);
  pass(11 * MINUTE);
  expect(await statuses([issuer.token({ key: old! }), issuer.token()])).toEqual([401, 200]);
});

describe('while the issuer does not answer', () => {
  beforeAll(() => issuer.stop());
  afterAll(() => issuer.start());

  test('the keys that are known serve on', async () => {
    pass(11 * MINUTE);
    expect(await statuses([issuer.token()])).toEqual([200]);
    pass(11 * MINUTE);
    expect(await statuses([issuer.token()])).toEqual([200]);
    expect(http.world.log).toContainEqual(
      expect.objectContaining({ issuer: issuer.url, msg: 'the issuer of tokens gave no keys' }),
    );
  });

  test('a token of an unknown key gets 503: it may be a good one', async () => {
    const token = await issuer.token({ key: await makeKey('third') });
    const { status, headers, json } = await ask(token);
    expect({ status, json }).toEqual({ status: 503, json: UNAVAILABLE });
    expect(headers.get('retry-after')).toBe('10');
    expect(headers.get('www-authenticate')).toBe(null);
  });

  test('who asks without a token is answered', async () => {
    expect((await http.post({ query: '{ viewer { subject } }' })).json).toEqual({ data: { viewer: null } });
  });

  test('after a day without an answer no token is believed any more', async () => {
    const token = await issuer.token({ claims: { exp: 9_999_999_999 } });
    pass(24 * 60 * MINUTE);
    const { status, json } = await ask(token);
    expect({ status, json }).toEqual({ status: 503, json: UNAVAILABLE });
  });
});

test('when the issuer answers again, so does the server', async () => {
  pass(MINUTE);
  expect(await statuses([issuer.token({ claims: { exp: 9_999_999_999 } })])).toEqual([200]);
});
