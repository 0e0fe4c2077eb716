import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { Authenticator } from '../../src/access/authenticator';
import { loadConfig } from '../../src/config';
import { Issuer, makeKey } from '../support/issuer';
import { useWorld } from '../support/world';

const issuer = new Issuer();
const world = useWorld();
let authenticator: Authenticator;
const log: Record<string, unknown>[] = [];

beforeAll(async () => {
  await issuer.start();
  const lines = new PassThrough().on('data', (line: Buffer) => log.push(JSON.parse(line.toString()) as never));
  const config = loadConfig({
    ...issuer.environment,
    OIDC_ROLES_CLAIM: 'realm_access.roles',
    OIDC_PRACTITIONER_ROLE: 'official',
  });
  authenticator = new Authenticator(config, world.database, pino({ level: 'debug' }, lines));
});
afterAll(() => issuer.stop());
beforeEach(() => void (log.length = 0));

const authenticate = async (claims: Record<string, unknown>) =>
  authenticator.authenticate(`Bearer ${await issuer.token({ claims })}`);

test('nobody without a header', async () => {
  expect(await authenticator.authenticate(undefined)).toBe(null);
});

test('claims and roles are called as the settings say, and rows are found by their slugs', async () => {
  const exp = Math.floor(Date.now() / 1000) + 60;
  const viewer = await authenticate({
    exp,
    realm_access: { roles: ['official', 'network-manager', 'uma_authorization'] },
    roles: ['admin'],
    city: ['quito'],
    networks: ['water-security', 'nowhere', "a'b", 'a\0b', 'cool-cities'],
  });
  const rows = await world.sql<{ rowId: number; slug: string }>(
    `SELECT id AS "rowId", slug FROM network WHERE slug IN ('water-security', 'cool-cities') ORDER BY id`,
  );
  const [city] = await world.sql(`SELECT id AS "rowId", slug FROM city WHERE slug = 'quito'`);
  const roles = ['PRACTITIONER', 'NETWORK_MANAGER'];
  expect(viewer).toEqual({ subject: 'somebody', issuer: issuer.url, roles, city, networks: rows, expiresAt: exp });
});

test('a city is looked up once a minute', async () => {
  const claims = { realm_access: { roles: ['official'] }, city: 'bogota' };
  await authenticate(claims);
  const before = world.statements.length;
  expect((await authenticate(claims))?.city?.slug).toBe('bogota');
  expect(world.statements.length).toBe(before);
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 61_000);
  await authenticate(claims);
  jest.restoreAllMocks();
  expect(world.statements.length).toBe(before + 1);
});

test('the log tells those who debug why a token was refused, and never the token', async () => {
  await expect(authenticate({ aud: 'another-service' })).rejects.toThrow(/its claim "aud" does not fit/);
  const token = await issuer.token({ key: await makeKey('first', 'ES384') });
  await expect(authenticator.authenticate(`Bearer ${token}`)).rejects.toThrow(/that the issuer has signed/);
  expect(log).toMatchObject([
    { msg: 'a token was refused', reason: 'unexpected "aud" claim value: "another-service"' },
    { msg: 'a token was refused', reason: '"alg" (Algorithm) Header Parameter value not allowed' },
  ]);
  expect(JSON.stringify(log)).not.toContain('eyJ');
});
