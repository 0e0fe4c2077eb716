import { UserErrorCode, type UserError } from '../graphql/user-error';
import type { Mistake } from './command';

const { CONFLICT, INVALID } = UserErrorCode;

// What holds for the rows of every command.
const everywhere: [constraint: RegExp, mistake: Mistake][] = [
  [
    /_locale_check$/,
    {
      code: INVALID,
      path: ['locale'],
      message: 'Expected a language tag that begins with a language, such as en, es, zh or pt-BR.',
    },
  ],
  [
    /_fkey$/,
    {
      code: CONFLICT,
      path: [],
      message: 'Something that this refers to has just been removed. Look again, and retry.',
    },
  ],
];

/** What the caller is told where a constraint of the database has refused a command's rows; undefined for other errors. */
export function mistakeOf(error: unknown, own: Readonly<Record<string, Mistake>> = {}): UserError | undefined {
  const { constraint } = error as { constraint?: string };
  if (constraint === undefined) return undefined;
  const mistake = own[constraint] ?? everywhere.find(([name]) => name.test(constraint))?.[1];
  return mistake && { ...mistake, path: ['input', ...mistake.path] };
}

// Serialization failure and deadlock: PostgreSQL asks to run the transaction again. Another one took the same slug meanwhile:
// the next run sees it.
const AGAIN = new Set(['40001', '40P01']);

/** Whether the same transaction may succeed when it runs again. */
export function isTransient(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return AGAIN.has(code ?? '') || (code === '23505' && constraint?.endsWith('_slug_key') === true);
}
