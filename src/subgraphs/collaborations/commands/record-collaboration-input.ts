import { Field, ID, InputType } from 'type-graphql';
import { MAX_PARTICIPANTS, TITLE } from '../../../commands/bounds';
import { LocalDate, Locale } from '../../../graphql/scalars';
import { IdempotencyKey } from '../../mutation-fields';
import { CollaborationKind } from '../collaboration';

const nullable = true;

@InputType({ description: 'That cities work, or worked, together.' })
export class RecordCollaborationInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => CollaborationKind, { description: 'How they work together.' })
  kind: CollaborationKind;

  @Field(() => [ID], {
    description: `The cities that take part, from two to ${MAX_PARTICIPANTS}: yours among them, unless you manage the network.`,
  })
  participantIds: string[];

  @Field(() => ID, { nullable, description: 'The network under which they work together.' })
  networkId?: string | null;

  @Field(() => String, {
    nullable,
    description: `What it is called, where it has a name of its own: one line, at most ${TITLE.max} characters.`,
  })
  title?: string | null;

  @Field(() => Locale, { nullable, description: 'The language of the title: `en`. Left out: not known.' })
  locale?: string | null;

  @Field(() => LocalDate, { nullable, description: 'The first day. Left out: unknown.' })
  startedOn?: string | null;

  @Field(() => LocalDate, {
    nullable,
    description: 'The first day on which it was over; after the first day. Left out: it goes on, or unknown.',
  })
  endedOn?: string | null;
}
