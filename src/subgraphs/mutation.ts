import { Field, ObjectType } from 'type-graphql';
import { Unauthenticated } from '../access/errors';
import type { Command, CommandInput, Outcome } from '../commands/command';
import { UserError } from '../graphql/user-error';
import { createReader, type Context } from './context';

/** What mutations answer: the record that they have written, which each payload reads by its slug, or what to mend. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload implements Outcome {
  @Field(() => [UserError], {
    description: 'What to mend in the input; empty where all is well. Where there is something, nothing was changed.',
  })
  userErrors: readonly UserError[];

  /** The slug of the record; null where there is something to mend. */
  slug: string | null;
}

/**
 * Runs the command of a mutation for the caller. What the operation reads afterwards is read anew, from the primary, since mutations of
 * one operation run one after another; a graph has all that was written by then.
 * @throws UNAUTHENTICATED for anonymous callers
 */
export async function mutate<I extends CommandInput>(
  command: Command<I>,
  input: I,
  context: Context,
): Promise<Payload> {
  const { viewer, commands } = context;
  if (viewer === null) throw new Unauthenticated('Expected a token, for anonymous callers only read, but got none.');
  const outcome = await commands.run(command, input, viewer);
  if (outcome.position !== undefined) context.onWritten?.(outcome.position);
  context.reader = createReader(context, context);
  context.position = Infinity;
  return outcome;
}
