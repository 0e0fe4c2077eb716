import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { UserErrorCode } from '../graphql/user-error';
import type { CommandInput } from './command';
import { Refusal } from './refusal';

/** How long a key is remembered. */
const LIFE = "interval '1 day'";

/** Each new key clears this many that have expired away, so that the table does not grow. */
const CLEARED = 20;

/** What tells an input from others: fields in any order, null and absent the same, defaults filled in. */
export function hashOf(command: string, { idempotencyKey: _, ...input }: CommandInput): string {
  return createHash('sha256')
    .update(`${command} ${canonical(input)}`)
    .digest('base64url');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const given = Object.entries(value).filter(([, field]) => field != null);
  const sorted = given.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`;
}

/**
 * Takes a key for the transaction. Where another transaction is at it, this waits for its end.
 * @returns the slug of the record of the first answer, where the same was asked for within a day; else null
 * @throws Refusal CONFLICT where the key stands for something else
 */
export async function takeKey(
  manager: EntityManager,
  caller: string,
  key: string,
  hash: string,
): Promise<string | null> {
  const taken = await manager.query<unknown[]>(
    `INSERT INTO idempotency_key AS k (caller, key, input_hash) VALUES ($1, $2, $3)
     ON CONFLICT (caller, key) DO UPDATE SET input_hash = excluded.input_hash, record = NULL, created_at = now()
       WHERE k.created_at <= now() - ${LIFE}
     RETURNING 1`,
    [caller, key, hash],
  );
  if (taken.length > 0) return null;
  const [first] = await manager.query<{ input_hash: string; record: string }[]>(
    'SELECT input_hash, record FROM idempotency_key WHERE caller = $1 AND key = $2',
    [caller, key],
  );
  if (first?.input_hash === hash) return first.record;
  throw new Refusal([
    {
      code: UserErrorCode.CONFLICT,
      message: 'Expected a key of its own for each request, but this one was used within a day with another input.',
      path: ['input', 'idempotencyKey'],
    },
  ]);
}

/** Remembers the record of a key that this transaction has taken. */
export async function keepAnswer(manager: EntityManager, caller: string, key: string, record: string): Promise<void> {
  await manager.query(
    `WITH cleared AS (
       DELETE FROM idempotency_key WHERE (caller, key) IN (
         SELECT caller, key FROM idempotency_key WHERE created_at <= now() - ${LIFE}
         ORDER BY created_at LIMIT ${CLEARED} FOR UPDATE SKIP LOCKED))
     UPDATE idempotency_key SET record = $3 WHERE caller = $1 AND key = $2`,
    [caller, key, record],
  );
}
