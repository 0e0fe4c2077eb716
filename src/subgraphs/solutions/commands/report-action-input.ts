import { Field, ID, InputType } from 'type-graphql';
import { MAX_NETWORKS, TITLE } from '../../../commands/bounds';
import { LocalDate, Locale } from '../../../graphql/scalars';
import { IdempotencyKey } from '../../mutation-fields';
import { ActionStatus, PeerInfluence, Sector } from '../enums';

const nullable = true;

@InputType({ description: 'A climate action that a city reports.' })
export class ReportActionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The city that reports it: yours.' })
  cityId: string;

  @Field(() => String, { description: `What the city does: one line, at most ${TITLE.max} characters.` })
  title: string;

  @Field(() => Locale, { nullable, description: 'The language of the title: `en`. Left out: not known.' })
  locale?: string | null;

  @Field(() => Sector, { description: 'What it is about.' })
  sector: Sector;

  @Field(() => ActionStatus, { description: 'How far it has come.' })
  status: ActionStatus;

  @Field(() => LocalDate, { description: 'The day of the report.' })
  reportedOn: string;

  @Field(() => [PeerInfluence], {
    nullable,
    description: 'What collaboration with other cities made of it: `[]` for nothing. Left out: not answered.',
  })
  influences?: PeerInfluence[] | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: `The networks that had a part in it, at most ${MAX_NETWORKS}; none where \`influences\` is \`[]\`.`,
  })
  influencedByNetworkIds: string[];

  @Field(() => ID, {
    nullable,
    description: 'The earlier report of the same city on the same action, which this one takes the place of.',
  })
  revisionOfId?: string | null;
}
