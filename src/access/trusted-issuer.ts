import type { Logger } from 'pino';
import type { AccessConfig } from './authenticator';
import type { ClaimNames } from './claims';
import { IssuerKeys } from './issuer-keys';
import { LOCAL_CLAIMS, localTrust } from './local-issuer';
import { verify, type Trust, type Verified } from './verifier';

/** Who makes the tokens that are believed: the configured issuer or, while there is none, the key of the data directory. */
export class TrustedIssuer {
  /** How its tokens call what they say of their owner. */
  readonly claimNames: ClaimNames;
  private readonly keys: IssuerKeys | undefined;
  private readonly trust: Trust;

  constructor(config: AccessConfig, logger: Logger) {
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

  /** `iss` of its tokens. */
  get name(): string {
    return this.trust.issuer;
  }

  /** Asks for its keys. Never fails. */
  async refresh(): Promise<void> {
    await this.keys?.refresh();
  }

  /** @throws Unauthenticated for whatever is wrong with a token; IssuerUnavailable when that cannot be told */
  verify(token: string): Promise<Verified> {
    return verify(token, this.trust);
  }
}
