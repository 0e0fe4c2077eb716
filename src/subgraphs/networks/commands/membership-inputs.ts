import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../../graphql/scalars';
import { IdempotencyKey } from '../../mutation-fields';
import { MembershipRole } from '../membership';

const nullable = true;

@InputType({ description: 'What a city is in a network.' })
export class SetMembershipInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The city.' })
  cityId: string;

  @Field(() => ID, { description: 'The network: one that you manage.' })
  networkId: string;

  @Field(() => MembershipRole, { description: 'What the city is in it.' })
  role: MembershipRole;

  @Field(() => LocalDate, {
    nullable,
    description:
      'The first day of the membership or, where the city is in the network already, of its new role. Left out: unknown, or ' +
      'as it is on record.',
  })
  startedOn?: string | null;
}

@InputType({ description: 'The end of a membership.' })
export class EndMembershipInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The membership: of a network that you manage.' })
  membershipId: string;

  @Field(() => LocalDate, { description: 'The first day on which it is no more; after its first day.' })
  endedOn: string;
}
