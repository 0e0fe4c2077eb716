import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { codeOf } from '../errors';
import { RefusedAddress, type AddressPolicy } from './addresses';

/** What became of an attempt. */
export interface Answer {
  /** The receiver's HTTP status; null where it gave none. */
  status: number | null;
  /** The beginning of what it said. */
  body: string;
  /** Why this does not count as received, in words; null where it does. */
  problem: string | null;
}

/** How much of an answer is kept, in bytes, for people to read. */
const KEPT = 1024;

/** How much of an answer is taken in at all, in bytes. */
const MOST_READ = 65_536;

/**
 * Posts JSON to a URL. Redirects are not followed: what they lead to was not registered.
 * @param timeout for all of it, in milliseconds: from the name's lookup to the answer's end
 */
export async function send(
  url: URL,
  payload: string,
  headers: Record<string, string>,
  policy: AddressPolicy,
  timeout: number,
): Promise<Answer> {
  try {
    const response = await post(url, payload, headers, policy, AbortSignal.timeout(timeout));
    const status = response.statusCode!;
    // The status is the answer: who has given it, and then is slow or never ends, has answered.
    const body = await beginning(response);
    response.destroy();
    return { status, body, problem: status >= 200 && status < 300 ? null : refusal(status) };
  } catch (error) {
    return { status: null, body: '', problem: reason(error, timeout) };
  }
}

function post(
  url: URL,
  payload: string,
  headers: Record<string, string>,
  policy: AddressPolicy,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Node looks names up, and only names.
  if (isIP(host)) policy.check(host, url.protocol);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
        'user-agent': 'Interurban-Webhooks',
        ...headers,
      },
      lookup: policy.lookup(url.protocol),
      agent: false, // A connection of its own, so that its address is checked now.
      signal,
    });
    request.on('error', reject);
    request.on('response', resolve);
    request.end(payload);
  });
}

/** The beginning of an answer's body. The rest is read up to a bound, and thrown away. */
async function beginning(response: http.IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let kept = 0;
  let read = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      text += decoder.decode(chunk.subarray(0, KEPT - kept), { stream: true });
      kept = Math.min(KEPT, kept + chunk.length);
      read += chunk.length;
      if (read > MOST_READ) break;
    }
  } catch {
    // Cut off in the middle: what came is what there is, and the status stands.
  }
  return text.replaceAll('\0', '');
}

const refusal = (status: number): string =>
  status >= 300 && status < 400 ? `it answered ${status}, and redirects are not followed` : `it answered ${status}`;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'DNS did not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** In words for whoever registered the address. */
function reason(error: unknown, timeout: number): string {
  if (error instanceof RefusedAddress) return error.reason;
  const code = codeOf(error) ?? 'no code';
  if (code === 'ABORT_ERR') return `it did not answer within ${timeout} ms`;
  return REASONS[code] ?? `the connection failed (${code})`;
}
