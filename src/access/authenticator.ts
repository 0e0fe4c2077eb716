import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Database } from '../data/database';
import { readClaims, type ClaimNames } from './claims';
import { Directory } from './directory';
import { Unauthenticated } from './errors';
import { IssuerKeys } from './issuer-keys';
import { LOCAL_CLAIMS, localTrust } from './local-issuer';
import { verify, type Trust, type Verified } from './verifier';
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
  private readonly keys: IssuerKeys | undefined;
  private readonly trust: Trust;
  private readonly claimNames: ClaimNames;

  constructor(
    config: AccessConfig,
    database: Database,
    private readonly logger: Logger,
  ) {
    this.directory = new Directory(database);
    if (config.oidcIssuer === undefined) {
      this.trust = localTrust(config.dataDir);
      this.claimNames = LOCAL_CLAIMS;
      return;
    }
    this.keys = new IssuerKeys(config.oidcIssuer, logger);
    this.trust = {
      issuer: config.oidcIssuer,
      audiences: config.oidcAudience ?? [],
      algorithms: config.oidcAlgorithms ?? [],
      keys: this.keys.find,
    };
    this.claimNames = {
      roles: config.oidcRolesClaim,
      city: config.oidcCityClaim,
      networks: config.oidcNetworksClaim,
      roleValues: {
        PRACTITIONER: config.oidcPractitionerRole,
        NETWORK_MANAGER: config.oidcManagerRole,
        ADMIN: config.oidcAdminRole,
      },
    };
  }

  /** Asks the issuer for its keys, so that a wrong setting is in the log before the first caller meets it. Never fails. */
  async warmUp(): Promise<void> {
    await this.keys?.refresh();
  }

  /**
   * Who sent this Authorization header: null for none, an anonymous caller.
   * @param header `Bearer TOKEN`
   * @throws Unauthenticated for whatever is wrong with it; IssuerUnavailable when that cannot be told
   */
  async authenticate(header: string | undefined): Promise<Viewer | null> {
    if (header === undefined) return null;
    const { sub: subject, exp: expiresAt, ...payload } = await this.check(header);
    const { roles, citySlug, networkSlugs } = readClaims(payload, this.claimNames);
    const [city, networks] = await Promise.all([
      citySlug === null ? null : this.directory.city(citySlug),
      this.directory.networks(networkSlugs),
    ]);
    return { subject, issuer: this.trust.issuer, roles, city, networks, expiresAt };
  }

  private async check(header: string): Promise<Verified> {
    try {
      return await verify(tokenOf(header), this.trust);
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
