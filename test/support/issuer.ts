import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import type { Environment } from '../../src/config';
import { freePorts } from './free-ports';

export const AUDIENCE = 'https://cities.example.org';

export interface SigningKey {
  algorithm: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** A pair of keys of an issuer. */
export async function makeKey(kid: string, algorithm = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { algorithm, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
}

/** Claims and headers in place of the usual ones; undefined leaves one out. */
export interface TokenChanges {
  claims?: JWTPayload;
  header?: Record<string, unknown>;
  key?: SigningKey;
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** An OpenID Connect issuer: discovery and keys over HTTP, and tokens. */
export class Issuer {
  url: string;
  /** The keys that it publishes; it signs with the last one. */
  keys: SigningKey[] = [];
  /** The paths that were asked for. */
  readonly requests: string[] = [];
  /** What it answers instead, where it is out of order. */
  answer: ((path: string) => Answer) | undefined;
  private server: Server | undefined;
  private port = 0;

  /** Starts it; at the same address again where it was started before. */
  async start(): Promise<void> {
    if (this.keys.length === 0) this.keys.push(await makeKey('first'));
    const server = createServer((request, response) => {
      const path = request.url ?? '';
      this.requests.push(path);
      const { status, body, headers } = this.answer?.(path) ?? this.answerTo(path);
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
    this.port ||= await freePorts();
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.port}/realms/cities`;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** The settings of a server that trusts it. */
  get environment(): Environment {
    return { OIDC_ISSUER: this.url, OIDC_AUDIENCE: AUDIENCE };
  }

  /** How often its keys were asked for. */
  get keyRequests(): number {
    return this.requests.filter((path) => path.endsWith('/keys')).length;
  }

  /** A token that a server accepts, but for the changes. */
  async token({ claims, header, key = this.keys.at(-1)! }: TokenChanges = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.url, aud: AUDIENCE, sub: 'somebody', iat: now, exp: now + 600, roles: ['admin'] };
    const payload = JSON.parse(JSON.stringify({ ...usual, ...claims })) as JWTPayload;
    const usualHeader = { alg: key.algorithm, kid: key.publicJwk.kid, typ: 'at+jwt' };
    const protectedHeader = JSON.parse(JSON.stringify({ ...usualHeader, ...header })) as typeof usualHeader;
    return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key.privateKey);
  }

  private answerTo(path: string): Answer {
    const keys = this.keys.map(({ publicJwk }) => publicJwk);
    if (path === '/realms/cities/.well-known/openid-configuration')
      return { status: 200, body: { issuer: this.url, jwks_uri: `${this.url}/keys` } };
    if (path === '/realms/cities/keys') return { status: 200, body: { keys } };
    return { status: 404, body: {} };
  }
}
