import { Field } from 'type-graphql';
import { KEY } from '../commands/bounds';

/** The same field of every mutation's input. */
export const IdempotencyKey = (): PropertyDecorator =>
  Field(() => String, {
    nullable: true,
    description:
      'Makes it safe to send again: within a day, the same key with the same input from the same account gives the first answer, ' +
      `and changes nothing. A random text, at most ${KEY.max} characters: a UUID.`,
  });
