import type { UserError } from '../graphql/user-error';

/** Ends a command with what its caller can mend. What it has written is undone. */
export class Refusal extends Error {
  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors.map(({ message }) => message).join(' '));
  }
}
