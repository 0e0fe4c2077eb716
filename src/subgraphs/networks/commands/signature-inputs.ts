import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../../graphql/scalars';
import { IdempotencyKey } from '../../mutation-fields';

@InputType({ description: 'That a city signs a collective action.' })
export class SignCollectiveActionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'What is signed.' })
  collectiveActionId: string;

  @Field(() => ID, { description: 'The signatory: your city.' })
  cityId: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day of signing. Left out: unknown.' })
  signedOn?: string | null;
}

@InputType({ description: 'That a city takes its signature back.' })
export class WithdrawSignatureInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The signature: of your city.' })
  signatureId: string;

  @Field(() => LocalDate, { description: 'The first day on which it holds no more; after the day of signing.' })
  withdrawnOn: string;
}
