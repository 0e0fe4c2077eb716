import type { UserError } from '../graphql/user-error';
import type { Work } from './work';

/** What every mutation takes beside its own fields. */
export interface CommandInput {
  idempotencyKey?: string | null;
}

/** What the caller is told of a mistake: the path begins below the input. */
export type Mistake = Pick<UserError, 'code' | 'message' | 'path'>;

/** A change that callers may ask for: checks, rows and events, in one transaction. */
export interface Command<I extends CommandInput> {
  /** The mutation's name: keys for one mutation are not keys for another. */
  name: string;
  /**
   * Checks the input, writes the rows and tells the events. It may run anew where PostgreSQL asks for it, so it has no other effects.
   * @returns the slug of the record that it is about
   * @throws Refusal with the mistakes of the caller
   */
  run(input: I, work: Work): Promise<string>;
  /** What constraints of the database mean that only they can uphold, by their names. */
  violations?: Readonly<Record<string, Mistake>>;
}

/** What became of a command. */
export interface Outcome {
  /** The slug of the record that was written; null where there are mistakes. */
  slug: string | null;
  userErrors: readonly UserError[];
  /** What a replica must have replayed to show it; undefined where nobody needs to know. */
  position?: number;
}
