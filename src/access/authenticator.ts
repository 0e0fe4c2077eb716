import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Database } from '../data/database';
import { readClaims } from './claims';
import { Directory } from './directory';
import { Unauthenticated } from './errors';
import type { TrustedIssuer } from './trusted-issuer';
import type { Verified } from './verifier';
import type { Viewer } from './viewer';

/** The longest token that is looked at, in characters: those with many groups have some thousands. */
export const MAX_TOKEN = 8_192;

/** The settings that say whose tokens are believed. */
export type AccessConfig = Pick<
  Config,
  | 'dataDir'
  | 'oidcIssuer'
  | 'oidcAudience'
  | 'oidcAlgorithms'
  | 'oidcRolesClaim'
  | 'oidcCityClaim'
  | 'oidcNetworksClaim'
  | 'oidcPractitionerRole'
  | 'oidcManagerRole'
  | 'oidcAdminRole'
>;

/**
 * Tells who asks, by the bearer token that comes with a request: one of the configured OpenID Connect issuer or, while there is none,
 * one of `interurban token`. Every transport calls it before anything else is done.
 */
export class Authenticator {
  private readonly directory: Directory;
  private loaded: TrustedIssuer | undefined;

  constructor(
    private readonly config: AccessConfig,
    database: Database,
    private readonly logger: Logger,
  ) {
    this.directory = new Directory(database);
  }

  /** Asks the issuer for its keys, so that a wrong setting is in the log before the first caller meets it. Never fails. */
  async warmUp(): Promise<void> {
    if (this.config.oidcIssuer !== undefined) await this.issuer.refresh();
  }

  /**
   * Who sent this Authorization header: null for none, an anonymous caller.
   * @param header `Bearer TOKEN`
   * @throws Unauthenticated for whatever is wrong with it; IssuerUnavailable when that cannot be told
   */
  async authenticate(header: string | undefined): Promise<Viewer | null> {
    if (header === undefined) return null;
    const { sub: subject, exp: expiresAt, ...payload } = await this.check(header);
    const { roles, citySlug, networkSlugs } = readClaims(payload, this.issuer.claimNames);
    const [city, networks] = await Promise.all([
      citySlug === null ? null : this.directory.city(citySlug),
      this.directory.networks(networkSlugs),
    ]);
    return { subject, issuer: this.issuer.name, roles, city, networks, expiresAt };
  }

  /** What checks signatures is loaded when there is one to check, or an issuer to ask. */
  private get issuer(): TrustedIssuer {
    if (!this.loaded) {
      const { TrustedIssuer } = require('./trusted-issuer') as typeof import('./trusted-issuer');
      this.loaded = new TrustedIssuer(this.config, this.logger);
    }
    return this.loaded;
  }

  private async check(header: string): Promise<Verified> {
    try {
      return await this.issuer.verify(tokenOf(header));
    } catch (error) {
      if (error instanceof Unauthenticated) this.logger.debug({ reason: error.reason }, 'a token was refused');
      throw error;
    }
  }
}

function tokenOf(header: string): string {
  if (header.length > MAX_TOKEN)
    throw new Unauthenticated(`Expected a token of at most ${MAX_TOKEN} characters, but got ${header.length}.`);
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(header) ?? [];
  if (token === undefined) throw new Unauthenticated('Expected "Authorization: Bearer TOKEN", but got something else.');
  return token;
}
