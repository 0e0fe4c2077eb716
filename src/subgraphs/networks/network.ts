import { Field, ObjectType } from 'type-graphql';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
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
import { Initiative } from './initiative';

const nullable = true;

@OwnedBy('networks')
@ObjectType({
  implements: Node,
  description: 'A network: cities that work on one theme together and learn from one another.',
  simpleResolvers: true,
})
@Entity('network')
@Checks('network', {
  slug: SLUG,
  locale: isLocale('original_locale'),
  date_precision: PRECISION,
  period: 'ended_on > started_on',
  successor: 'successor_id <> id',
})
@Indexes(
  'network_name_order_idx',
  'network_member_count_order_idx',
  'network_started_on_order_idx',
  'network_initiative_id_idx',
  'network_successor_id_idx',
)
export class Network extends KeyedNode {
  @Field(() => String, {
    description: 'Permanent name for addresses: `cool-cities`. Unique among networks, also after a renaming.',
  })
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

  @Column('integer', { nullable })
  @ForeignKey(() => Initiative)
  initiativeId: number | null;

  @Field(() => LocalDate, { nullable, description: 'The day on which the network began; null where unknown.' })
  @Column('date', { nullable })
  startedOn: string | null;

  @Field(() => LocalDate, {
    nullable,
    description: 'The first day on which the network was no more; null while it goes on, and where the end is unknown.',
  })
  @Column('date', { nullable })
  endedOn: string | null;

  @Field(() => DatePrecision, { nullable, description: 'How exactly beginning and end are known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Network)
  successorId: number | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;

  /** Cities that are members today: kept by the database, for ordering. */
  @Column('integer', { default: 0 })
  memberCount: number;
}

export const NetworkEdge = edgeOf('Network', () => Network);
export const NetworkConnection = connectionOf(
  'Network',
  () => Network,
  () => NetworkEdge,
);

// Not with simple resolvers: these look for properties by the names that fields have in the API.
@ObjectType({ description: 'A name that a network had.' })
@Entity('network_name')
@Checks('network_name', { period: 'valid_until > valid_from' })
export class FormerName {
  @PrimaryColumn('integer')
  @ForeignKey(() => Network, { onDelete: 'CASCADE' })
  networkId: number;

  @Field(() => String, { description: 'The name, in the network’s original language.' })
  @PrimaryColumn('text')
  name: string;

  @Field(() => LocalDate, { name: 'from', nullable, description: 'The first day of this name; null where unknown.' })
  @Column('date', { nullable })
  validFrom: string | null;

  @Field(() => LocalDate, {
    name: 'until',
    nullable,
    description: 'The first day of the next name; null where unknown.',
  })
  @Column('date', { nullable })
  validUntil: string | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;
}

@Entity('network_translation')
@Checks('network_translation', { locale: isLocale('locale') })
export class NetworkTranslation {
  @PrimaryColumn('integer')
  @ForeignKey(() => Network, { onDelete: 'CASCADE' })
  networkId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  name: string;

  @Column('text', { nullable })
  summary: string | null;
}
