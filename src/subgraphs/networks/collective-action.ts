import { Field, Int, ObjectType } from 'type-graphql';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Indexes,
  isLocale,
  KeyedNode,
  PRECISION,
  PrimaryColumn,
  SLUG,
} from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { DatePrecision } from '../../graphql/date-precision';
import { Node } from '../../graphql/node';
import { LocalDate } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City } from '../cities';

const nullable = true;

@OwnedBy('networks')
@ObjectType({
  implements: Node,
  description: 'A declaration, accelerator or pledge that cities sign together.',
  simpleResolvers: true,
})
@Entity('collective_action')
@Checks('collective_action', {
  slug: SLUG,
  locale: isLocale('original_locale'),
  target_year: 'target_year BETWEEN 1900 AND 2200',
})
@Indexes('collective_action_name_order_idx')
export class CollectiveAction extends KeyedNode {
  @Field(() => String, { description: 'Permanent name for addresses. Unique among collective actions.' })
  override slug: string;

  @Column('text')
  name: string;

  /** What lists are ordered by: the name without accents and case, which the database keeps up to date. */
  @Column({ type: 'text', collation: 'C', default: '' })
  foldedName: string;

  @Column('text', { nullable })
  summary: string | null;

  @Column({ type: 'text', collation: 'C' })
  originalLocale: string;

  @Field(() => Int, { nullable, description: 'The year by which the signatories want to get there: `2030`.' })
  @Column('integer', { nullable })
  targetYear: number | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;
}

export const CollectiveActionEdge = edgeOf('CollectiveAction', () => CollectiveAction);
export const CollectiveActionConnection = connectionOf(
  'CollectiveAction',
  () => CollectiveAction,
  () => CollectiveActionEdge,
);

@Entity('collective_action_translation')
@Checks('collective_action_translation', { locale: isLocale('locale') })
export class CollectiveActionTranslation {
  @PrimaryColumn('integer')
  @ForeignKey(() => CollectiveAction, { onDelete: 'CASCADE' })
  collectiveActionId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  name: string;

  @Column('text', { nullable })
  summary: string | null;
}

@OwnedBy('networks')
@ObjectType({ implements: Node, description: 'That a city signed a collective action.', simpleResolvers: true })
@Entity('signature')
@Checks('signature', { slug: SLUG, date_precision: PRECISION, period: 'withdrawn_on > signed_on' })
@Exclusion(
  'signature_no_overlap',
  'USING gist (city_id WITH =, collective_action_id WITH =, daterange(signed_on, withdrawn_on) WITH &&)',
)
@Indexes('signature_city_id_idx', 'signature_collective_action_order_idx')
export class Signature extends KeyedNode {
  @Column('integer')
  @ForeignKey(() => City)
  cityId: number;

  @Column('integer')
  @ForeignKey(() => CollectiveAction)
  collectiveActionId: number;

  @Field(() => LocalDate, { nullable, description: 'The day of signing; null where unknown.' })
  @Column('date', { nullable })
  signedOn: string | null;

  @Field(() => LocalDate, {
    nullable,
    description: 'The first day on which it held no more; null while it holds, and where unknown.',
  })
  @Column('date', { nullable })
  withdrawnOn: string | null;

  @Field(() => DatePrecision, { nullable, description: 'How exactly the dates are known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;
}

export const SignatureEdge = edgeOf('Signature', () => Signature);

export const SignatureConnection = connectionOf(
  'Signature',
  () => Signature,
  () => SignatureEdge,
);
