import { isIP } from 'node:net';
import { promisify } from 'node:util';
import { codeOf } from '../errors';
import { RefusedAddress, type AddressPolicy } from './addresses';

const MAX_LENGTH = 2000;

/**
 * What is wrong with a URL to deliver to: one line for people; null where nothing is. Its host is looked up, and every address that it
 * has must be one that may be sent to. This tells mistakes early: what counts is the same check at each delivery.
 */
export async function urlMistake(text: string, policy: AddressPolicy): Promise<string | null> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || text.length > MAX_LENGTH)
    return `Expected an https URL of at most ${MAX_LENGTH} characters.`;
  if (url.username || url.password) return 'Expected a URL without a user name and password: check the signature.';
  try {
    await checkHost(url, policy);
    return null;
  } catch (error) {
    if (error instanceof RefusedAddress)
      return `Expected an https URL of a host on the public internet, but ${error.reason}.`;
    return `Expected a URL of a host that DNS knows, but looking it up failed (${codeOf(error) ?? 'no code'}).`;
  }
}

async function checkHost({ hostname, protocol }: URL, policy: AddressPolicy): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) policy.check(host, protocol);
  else await promisify(policy.lookup(protocol))(host, { all: true });
}
