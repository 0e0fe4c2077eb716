import { UserErrorCode } from '../graphql/user-error';
import { KEY, type Bounds } from './bounds';
import { Refusal } from './refusal';

// Control characters but line feed and tab, and halves of surrogate pairs, which are no characters.
const FORBIDDEN = /[\p{Cs}]|[^\P{Cc}\n\t]/u;

/** What is wrong with a text: one line for people; null where nothing is. Text is Markdown, and kept as it is written. */
export function textMistake(text: string, { max, multiline }: Bounds): string | null {
  const length = countCharacters(text);
  if (length > max) return `Expected at most ${max} characters, but got ${length}.`;
  if (!/\S/.test(text)) return 'Expected some text, but got none.';
  const found = FORBIDDEN.exec(text);
  if (found) {
    const at = countCharacters(text.slice(0, found.index)) + 1;
    return `Expected no control characters but line feeds and tabs, but got ${codePoint(found[0])} as character ${at}.`;
  }
  return !multiline && /[\n\t\u2028\u2029]/.test(text) ? 'Expected one line, without tabs.' : null;
}

// As PostgreSQL counts them: a pair of surrogates is one.
const countCharacters = (text: string): number => Array.from(text).length;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** @throws Refusal INVALID for an idempotency key that is none */
export function checkKey(key: string): void {
  const message = textMistake(key, KEY);
  if (message) throw new Refusal([{ code: UserErrorCode.INVALID, message, path: ['input', 'idempotencyKey'] }]);
}

/** What is wrong with a day: PostgreSQL’s calendar begins with the year 1. */
export const dayMistake = (day: string): string | null =>
  day < '0001-01-01' ? `Expected a day from 0001-01-01 on, but got ${day}.` : null;

/** What is wrong with a period: half-open, so that it ends after its first day. Either day may be unknown. */
export const periodMistake = (start: string | null | undefined, end: string | null | undefined): string | null =>
  start != null && end != null && end <= start ? `Expected a day after ${start}, but got ${end}.` : null;
