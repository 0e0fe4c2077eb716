import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { InterurbanError, messageOf } from '../errors';
import { IssuerUnavailable, Unauthenticated } from './errors';

/** Whose tokens are believed, and which. */
export interface Trust {
  /** `iss` of a token, to the letter. */
  issuer: string;
  /** One of these must be in `aud`. */
  audiences: readonly string[];
  /** Asymmetric ones alone: with any other, who can check a token can make one. */
  algorithms: readonly string[];
  /** Finds the key that a token's header asks for. */
  keys: JWTVerifyGetKey;
}

/** A token that has been checked. */
export interface Verified extends JWTPayload {
  sub: string;
  exp: number;
}

/** By how much the issuer's clock and ours may differ, in seconds. */
const CLOCK_TOLERANCE = 10;

// Access tokens by RFC 9068, or the older plain ones. Others that an issuer signs, such as logout tokens, are for other uses.
const TYPES = new Set(['at+jwt', 'jwt']);

/**
 * Checks a token: its signature, its issuer and audience, and that it is valid now.
 * @throws Unauthenticated; what `keys` throws of ours
 */
export async function verify(token: string, { issuer, audiences, algorithms, keys }: Trust): Promise<Verified> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer,
    audience: [...audiences],
    algorithms: [...algorithms],
    clockTolerance: CLOCK_TOLERANCE,
    requiredClaims: ['sub', 'exp'],
  }).catch((error: unknown) => {
    throw isOurs(error) ? error : refusal(error);
  });
  const type = (protectedHeader.typ ?? 'jwt').toLowerCase().replace(/^application\//, '');
  if (!TYPES.has(type)) throw new Unauthenticated('Expected an access token, but got one of another type.');
  const { sub, exp } = payload;
  if (typeof sub !== 'string' || sub === '' || !Number.isFinite(exp))
    throw new Unauthenticated('Expected a token with the claims sub and exp, but got one without.');
  return { ...payload, sub, exp: exp! };
}

const isOurs = (error: unknown): boolean =>
  [Unauthenticated, IssuerUnavailable, InterurbanError].some((type) => error instanceof type);

/** Why a token is not believed, in words for who sent it: nothing that helps to make a better forgery. */
function refusal(error: unknown): Unauthenticated {
  if (error instanceof errors.JWTExpired)
    return new Unauthenticated('Expected a token that is still valid, but got one that has expired. Sign in again.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim, message, payload } = error;
    const got = JSON.stringify(payload[claim] ?? null).slice(0, 200);
    return new Unauthenticated(
      `Expected a token for this server, but its claim "${claim}" does not fit.`,
      `${message}: ${got}`,
    );
  }
  // What else is wrong with a token, jose says in many ways. All mean that it is none that the issuer has made.
  return new Unauthenticated('Expected a token that the issuer has signed, but got another one.', messageOf(error));
}
