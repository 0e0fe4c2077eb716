import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { codeOf, ConfigError, InterurbanError, messageOf, wrongSetting } from '../errors';
import type { ClaimNames } from './claims';
import { Unauthenticated } from './errors';
import type { Trust } from './verifier';

const ISSUER = 'interurban:local';
const AUDIENCE = 'interurban';
const ALGORITHM = 'ES256';

/** The file in the data directory that holds the key. */
export const KEY_FILE = 'token-key.json';

/** Which claims local tokens have. */
export const LOCAL_CLAIMS: ClaimNames = {
  roles: 'roles',
  city: 'city',
  networks: 'networks',
  roleValues: { PRACTITIONER: 'practitioner', NETWORK_MANAGER: 'manager', ADMIN: 'admin' },
};

/** What a local token says. */
export interface LocalToken {
  subject: string;
  /** As LOCAL_CLAIMS calls them. */
  roles: readonly string[];
  /** The slug of the practitioner's city. */
  city?: string;
  /** The slugs of the manager's networks. */
  networks: readonly string[];
  /** How long it is valid, in seconds. */
  expiresIn: number;
}

/**
 * Signs a token with the key of the data directory, which is made where there is none.
 * @throws ConfigError, InterurbanError when the key cannot be written or read
 */
export async function signLocalToken(dataDir: string, token: LocalToken): Promise<string> {
  const { subject, roles, city, networks, expiresIn } = token;
  const key = await importJWK((await readKey(dataDir)) ?? (await makeKey(dataDir)), ALGORITHM);
  return new SignJWT({ roles, networks, ...(city === undefined ? {} : { city }) })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${expiresIn} s`)
    .sign(key);
}

/** Trust in the tokens that were signed with the key of this data directory, whenever it is made. */
export function localTrust(dataDir: string): Trust {
  let last: { x: string | undefined; key: CryptoKey } | undefined;
  const keys = async (): Promise<CryptoKey> => {
    const jwk = await readKey(dataDir);
    if (!jwk) throw new Unauthenticated('Expected no token: no issuer is configured, and no local one has made any.');
    if (last?.x !== jwk.x) {
      const { d: _private, ...publicJwk } = jwk;
      last = { x: jwk.x, key: (await importJWK(publicJwk, ALGORITHM)) as CryptoKey };
    }
    return last!.key;
  };
  return { issuer: ISSUER, audiences: [AUDIENCE], algorithms: [ALGORITHM], keys };
}

const fileOf = (dataDir: string): string => path.join(dataDir, KEY_FILE);

/** The key; undefined where there is none. */
async function readKey(dataDir: string): Promise<JWK | undefined> {
  const file = fileOf(dataDir);
  try {
    const handle = await fs.open(file, 'r');
    try {
      const { mode } = await handle.stat();
      // As OpenSSH does: whoever can read the key can be anybody. Windows has no such modes.
      if (process.platform !== 'win32' && (mode & 0o077) !== 0)
        throw unusable(`${file}: expected a file that its owner alone can read. Run: chmod 600 ${file}`);
      return JSON.parse(await handle.readFile('utf8')) as JWK;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof InterurbanError) throw error;
    throw unusable(`${file}: expected a key that can be read, got ${messageOf(error)}`);
  }
}

const unusable = (message: string): InterurbanError => new InterurbanError('LOCAL_KEY', message);

/** Makes the key; where another process was faster, gives that one's. */
async function makeKey(dataDir: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const draft = path.join(dataDir, `.token-key-${randomUUID()}`);
  try {
    await fs.mkdir(dataDir, { recursive: true });
    await fs.writeFile(draft, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });
    // A link appears whole, and never in place of another file.
    await fs.link(draft, fileOf(dataDir));
    return jwk;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return (await readKey(dataDir))!;
    const got = `${JSON.stringify(dataDir)} (${messageOf(error)})`;
    throw new ConfigError(wrongSetting('INTERURBAN_DATA_DIR', 'a folder that can be written', got), { cause: error });
  } finally {
    await fs.rm(draft, { force: true });
  }
}
