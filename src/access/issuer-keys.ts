import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { messageOf } from '../errors';
import { IssuerUnavailable } from './errors';
import { fetchKeys } from './discovery';

/** How long keys are taken as they are, in milliseconds: keys that the issuer has withdrawn end then. */
const MAX_AGE = 10 * 60_000;

/** How long keys serve on while the issuer does not answer, in milliseconds. */
const MAX_AGE_WITHOUT_ISSUER = 24 * 60 * 60_000;

/** The least time between two questions to the issuer, in milliseconds, whatever keys tokens ask for: after an answer, and after none. */
const COOLDOWN = 30_000;
const COOLDOWN_WITHOUT_ISSUER = 5_000;

interface Keys {
  find: JWTVerifyGetKey;
  fetchedAt: number;
}

/**
 * The public keys of an OpenID Connect issuer: fetched when the first token comes, kept for ten minutes, and fetched again when a
 * token asks for one that is not among them, for issuers change their keys. While the issuer does not answer, the last ones serve on.
 */
export class IssuerKeys {
  private keys: Keys | undefined;
  private asking: Promise<void> | undefined;
  private askedAt = -Infinity;
  private isReachable = true;

  constructor(
    private readonly issuer: string,
    private readonly logger: Logger,
  ) {}

  /** Finds the key for a token's header. @throws IssuerUnavailable, or an error of jose where there is no such key */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.age() > MAX_AGE) await this.refresh();
    const { find } = this.usable();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.refresh();
      // What an issuer that does not answer has signed in the meantime, nobody can tell.
      if (!this.isReachable) throw new IssuerUnavailable();
      return this.usable().find(header, token);
    }
  };

  /** Asks the issuer, unless it was asked just now; one question serves all who wait. A failure is logged, and leaves the keys. */
  refresh(): Promise<void> {
    if (this.asking) return this.asking;
    if (Date.now() - this.askedAt < (this.isReachable ? COOLDOWN : COOLDOWN_WITHOUT_ISSUER)) return Promise.resolve();
    this.askedAt = Date.now();
    this.asking = this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<void> {
    try {
      this.keys = { find: createLocalJWKSet(await fetchKeys(this.issuer)), fetchedAt: Date.now() };
      this.isReachable = true;
    } catch (error) {
      this.isReachable = false;
      this.logger.error({ issuer: this.issuer, reason: messageOf(error) }, 'the issuer of tokens gave no keys');
    }
  }

  private age(): number {
    return this.keys ? Date.now() - this.keys.fetchedAt : Infinity;
  }

  private usable(): Keys {
    if (!this.keys || this.age() > MAX_AGE_WITHOUT_ISSUER) throw new IssuerUnavailable();
    return this.keys;
  }
}
