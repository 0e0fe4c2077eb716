import 'reflect-metadata';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum UserErrorCode {
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  FORBIDDEN = 'FORBIDDEN',
}
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What kind of mistake a mutation has found. Match on it, not on the message.',
  valuesConfig: {
    INVALID: { description: 'A value that cannot be: too long, empty, or at odds with another one.' },
    NOT_FOUND: { description: 'An id of nothing that you may see, or of another type.' },
    CONFLICT: {
      description:
        'At odds with what is on record: something is there already, or is in a state that does not allow this.',
    },
    FORBIDDEN: { description: 'You may see it, but not do this to it.' },
  },
});

@ObjectType({
  description: 'A mistake in the input of a mutation that the caller can mend. Nothing was changed.',
  simpleResolvers: true,
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'What kind of mistake.' })
  code: UserErrorCode;

  @Field(() => String, { description: 'One line for people: what was expected, what was got.' })
  message: string;

  @Field(() => [String], {
    description: 'The input field to mend, from the argument on: `["input", "networkIds", "1"]` is the second network.',
  })
  path: string[];
}
