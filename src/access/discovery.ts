import type { JSONWebKeySet } from 'jose';
import { isIssuerUrl } from '../settings';

/** How long the issuer may take for one answer, in milliseconds. */
const TIMEOUT = 5_000;

/**
 * Asks an OpenID Connect issuer for its public keys, by way of its discovery document.
 * @throws Error that tells those who run the server what was expected and got
 */
export async function fetchKeys(issuer: string): Promise<JSONWebKeySet> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const configuration = (await fetchJson(address)) as { issuer?: unknown; jwks_uri?: unknown } | null;
  if (configuration?.issuer !== issuer)
    throw new Error(
      `OIDC_ISSUER: expected the issuer that ${address} tells, ${JSON.stringify(configuration?.issuer)}, got ` +
        JSON.stringify(issuer),
    );
  const { jwks_uri: keysAddress } = configuration;
  if (typeof keysAddress !== 'string' || !isIssuerUrl(keysAddress))
    throw new Error(`expected an https address as jwks_uri of ${address}, got ${JSON.stringify(keysAddress)}`);
  return (await fetchJson(keysAddress)) as JSONWebKeySet;
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (response.status !== 200) throw new Error(`expected status 200 from ${address}, got ${response.status}`);
  return response.json();
}
