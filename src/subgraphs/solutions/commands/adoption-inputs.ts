import { Field, ID, InputType } from 'type-graphql';
import { NOTE } from '../../../commands/bounds';
import { DatePrecision } from '../../../graphql/date-precision';
import { LocalDate } from '../../../graphql/scalars';
import { IdempotencyKey } from '../../mutation-fields';
import { AdoptionKind, AdoptionStatus } from '../enums';

const nullable = true;

const PRECISION =
  'How exactly `adoptedOn` is known: with YEAR it is the first day of the year, with MONTH of the month.';

@InputType({ description: 'That a city takes up a solution of another one.' })
export class RecordAdoptionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'What is taken up: a published solution of another city.' })
  solutionId: string;

  @Field(() => ID, { description: 'The city that takes it up: yours.' })
  cityId: string;

  @Field(() => AdoptionKind, { description: 'How it is taken up.' })
  kind: AdoptionKind;

  @Field(() => AdoptionStatus, {
    defaultValue: AdoptionStatus.CONSIDERING,
    description: 'How far it has come.',
  })
  status: AdoptionStatus;

  @Field(() => LocalDate, { nullable, description: 'When it was taken up. Left out: unknown.' })
  adoptedOn?: string | null;

  @Field(() => DatePrecision, { nullable, description: `${PRECISION} Left out: to the day.` })
  datePrecision?: DatePrecision | null;

  @Field(() => ID, {
    nullable,
    description:
      'The city that it was learnt from: the solution’s own, or one that took it up before. Left out: unknown.',
  })
  learnedFromCityId?: string | null;

  @Field(() => ID, { nullable, description: 'The network by way of which it was learnt. Left out: unknown.' })
  viaNetworkId?: string | null;

  @Field(() => String, { nullable, description: `What is worth knowing, at most ${NOTE.max} characters.` })
  note?: string | null;
}

@InputType({ description: 'What to change of an adoption. What is left out, or null, stays as it is.' })
export class ReviseAdoptionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The adoption.' })
  adoptionId: string;

  @Field(() => AdoptionKind, { nullable, description: 'How it was taken up.' })
  kind?: AdoptionKind | null;

  @Field(() => AdoptionStatus, { nullable, description: 'How far it has come.' })
  status?: AdoptionStatus | null;

  @Field(() => LocalDate, { nullable, description: 'When it was taken up.' })
  adoptedOn?: string | null;

  @Field(() => DatePrecision, { nullable, description: `${PRECISION} Left out: to the day, for a new day.` })
  datePrecision?: DatePrecision | null;

  @Field(() => ID, { nullable, description: 'The city that it was learnt from.' })
  learnedFromCityId?: string | null;

  @Field(() => ID, { nullable, description: 'The network by way of which it was learnt.' })
  viaNetworkId?: string | null;

  @Field(() => String, {
    nullable,
    description: `What is worth knowing, at most ${NOTE.max} characters. An empty text takes it away.`,
  })
  note?: string | null;
}

@InputType({ description: 'An adoption to confirm.' })
export class ConfirmAdoptionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The adoption: of a solution of your city.' })
  adoptionId: string;
}
