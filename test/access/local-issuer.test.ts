import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { KEY_FILE } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';

const program = path.join(__dirname, '../programs/interurban.ts');
const run = promisify(execFile);

const folder = createDataFolder();
const keyFile = path.join(folder, KEY_FILE);
const http = useHttpWorld(() => ({ INTERURBAN_DATA_DIR: folder }));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Result {
  output: string;
  errors: string;
}

/** What `interurban token` prints. */
async function token(args: string, settings: Record<string, string> = {}): Promise<Result> {
  const { PATH, NODE_OPTIONS } = process.env;
  const env = { PATH, NODE_OPTIONS, INTERURBAN_DATA_DIR: folder, ...settings };
  const options = { env: env as NodeJS.ProcessEnv };
  const { stdout, stderr } = await run(process.execPath, [program, 'token', ...args.split(' ')], options).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return { output: stdout.trim(), errors: stderr };
}

const VIEWER = '{ viewer { subject issuer roles city { slug } networks { slug } } }';

const ask = async (bearer: string, query = VIEWER) => http.post({ query }, { authorization: `Bearer ${bearer}` });

test('without a key every token is refused', async () => {
  const elsewhere = createDataFolder();
  const { output } = await token('--role admin', { INTERURBAN_DATA_DIR: elsewhere });
  fs.rmSync(elsewhere, { recursive: true });
  const { status, json } = await ask(output);
  expect({ status, json }).toMatchObject({
    status: 401,
    json: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  });
});

test('tokens made at the same moment are of one key, which its owner alone can read', async () => {
  const tokens = await Promise.all([1, 2, 3].map((n) => token(`--role admin --subject caller-${n}`)));
  for (const [i, { output, errors }] of tokens.entries()) {
    expect(errors).toBe('');
    expect((await ask(output)).json).toMatchObject({
      data: { viewer: { subject: `caller-${i + 1}`, roles: ['ADMIN'] } },
    });
  }
  expect(fs.statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder)).toEqual([KEY_FILE]);
});

test('the viewer is whom the token names', async () => {
  const args = '--role practitioner manager --city quito --network water-security cool-cities nowhere --subject ana';
  const { output } = await token(args);
  const { json, headers } = await ask(output);
  expect(json).toEqual({
    data: {
      viewer: {
        subject: 'ana',
        issuer: 'interurban:local',
        roles: ['PRACTITIONER', 'NETWORK_MANAGER'],
        city: { slug: 'quito' },
        networks: expect.arrayContaining([{ slug: 'cool-cities' }, { slug: 'water-security' }]),
      },
    },
  });
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('vary')).toMatch(/Authorization/);
});

test('a city that is not here is none', async () => {
  const { output } = await token('--role practitioner --city atlantis');
  expect((await ask(output)).json).toMatchObject({ data: { viewer: { roles: ['PRACTITIONER'], city: null } } });
});

test('an anonymous caller is nobody, and answers to one differ by the header alone', async () => {
  const { json, headers } = await http.post({ query: VIEWER });
  expect(json).toEqual({ data: { viewer: null } });
  expect(headers.get('cache-control')).not.toBe('private, no-store');
  expect(headers.get('vary')).toMatch(/Authorization/);
});

test('a token is valid for as long as was asked', async () => {
  for (const [args, seconds] of [
    ['', 8 * 3600],
    [' --expires-in 30m', 1800],
    [' --expires-in 30d', 30 * 86_400],
  ] as const) {
    const { exp, iat } = decodeJwt((await token(`--role admin${args}`)).output);
    expect(exp! - iat!).toBe(seconds);
  }
  const { output } = await token('--role admin --expires-in 1s');
  const { exp } = decodeJwt(output);
  const { json } = await ask(output, '{ viewer { expiresAt } }');
  expect(json).toEqual({ data: { viewer: { expiresAt: new Date(exp! * 1000).toISOString() } } });
});

test.each([
  ['', "error: required option '--role <role...>' not specified"],
  ['--role king', "error: option '--role <role...>' argument 'king' is invalid."],
  ['--role practitioner', 'Expected --city with --role practitioner, but got none.'],
  ['--role admin --city quito', 'Expected --role practitioner with --city, but got none.'],
  ['--role manager', 'Expected --network with --role manager, but got none.'],
  ['--role admin --expires-in 31d', '--expires-in: expected a time such as 30m or 8h, of at most 30d, got "31d"'],
  ['--role admin --expires-in 0s', '--expires-in: expected a time such as 30m or 8h, of at most 30d, got "0s"'],
])('refuses: token %s', async (args, message) => {
  const { output, errors } = await token(args);
  expect({ output, errors }).toEqual({ output: '', errors: expect.stringContaining(message) });
});

test('makes no token beside an issuer, whose servers would not accept it', async () => {
  const settings = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'interurban' };
  expect(await token('--role admin', settings)).toEqual({
    output: '',
    errors:
      'OIDC_ISSUER: expected no issuer: with one, servers accept its tokens alone, got "https://login.example.org"\n',
  });
});

test('a key that others could read is not used, neither to sign nor to check', async () => {
  const { output } = await token('--role admin');
  fs.chmodSync(keyFile, 0o640);
  const message = `${keyFile}: expected a file that its owner alone can read. Run: chmod 600 ${keyFile}`;
  expect(await token('--role admin')).toEqual({ output: '', errors: `${message}\n` });
  const { status, text } = await ask(output);
  expect(status).toBe(500);
  expect(text).not.toContain(keyFile);
  expect(http.world.log).toContainEqual(expect.objectContaining({ err: expect.objectContaining({ message }) }));
  fs.chmodSync(keyFile, 0o600);
  expect((await ask(output)).status).toBe(200);
});

test('when the key is thrown away, so are the tokens', async () => {
  const { output } = await token('--role admin');
  fs.rmSync(keyFile);
  expect((await ask(output)).status).toBe(401);
  const { output: next } = await token('--role admin');
  expect([(await ask(output)).status, (await ask(next)).status]).toEqual([401, 200]);
});

describe('with an issuer', () => {
  const other = useHttpWorld(() => ({
    INTERURBAN_DATA_DIR: folder,
    OIDC_ISSUER: 'http://127.0.0.1:1/realms/cities',
    OIDC_AUDIENCE: 'interurban',
  }));

  test('local tokens are refused', async () => {
    const { output } = await token('--role admin');
    const { status } = await other.post({ query: VIEWER }, { authorization: `Bearer ${output}` });
    expect([401, 503]).toContain(status);
  });
});
