import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { slugOf } from '../slug';

// Slugs have at most 70 characters: room for a hyphen and what tells equals apart.
const ROOM = 63;
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const ENDING = 6;

/**
 * The slug of a new record: short, ASCII, and its own for good, whatever becomes of the title. It is made of texts; those in scripts
 * without Latin letters are passed over. Where another record has it already, it gets a random ending, which tells nothing of how
 * many there are.
 * @param fallback what it is made of where the first text has nothing for it
 */
export async function newSlug(
  manager: EntityManager,
  table: string,
  [first, ...others]: readonly [string, ...string[]],
  fallback: string,
): Promise<string> {
  const parts = [slugOf(first) || fallback, ...others.map(slugOf)].filter((part) => part !== '');
  const slug = parts.join('-').slice(0, ROOM).replace(/-$/, '');
  const taken = await manager.query<unknown[]>(`SELECT FROM ${table} WHERE slug = $1`, [slug]);
  return taken.length === 0 ? slug : `${slug}-${randomEnding()}`;
}

const randomEnding = (): string => Array.from({ length: ENDING }, () => LETTERS[randomInt(LETTERS.length)]!).join('');
