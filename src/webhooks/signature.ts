import { createHmac, randomBytes } from 'node:crypto';

// As Standard Webhooks writes secrets, and bounds them, in bytes.
const PREFIX = 'whsec_';
const LEAST = 24;
const MOST = 64;
const NEW = 32;

/** A new secret to sign with. */
export const newSecret = (): string => `${PREFIX}${randomBytes(NEW).toString('base64')}`;

/** Whether a text is a secret: `whsec_` and 24 to 64 bytes in base64. */
export function isSecret(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const bytes = keyOf(text);
  return bytes.toString('base64') === text.slice(PREFIX.length) && bytes.length >= LEAST && bytes.length <= MOST;
}

/**
 * The headers that tell a receiver who sent a message, and when (Standard Webhooks, symmetric signatures).
 * @param id the same for every attempt at one message
 * @param now in milliseconds since 1970
 */
export function signedHeaders(secret: string, id: string, payload: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${payload}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64');
