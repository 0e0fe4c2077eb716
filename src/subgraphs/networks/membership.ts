import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Indexes,
  isOneOf,
  KeyedNode,
  PRECISION,
  SLUG,
} from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { DatePrecision } from '../../graphql/date-precision';
import { Node } from '../../graphql/node';
import { LocalDate } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City } from '../cities';
import { Network } from './network';

const nullable = true;

export enum MembershipRole {
  LEAD = 'LEAD',
  CO_LEAD = 'CO_LEAD',
  MEMBER = 'MEMBER',
  OBSERVER = 'OBSERVER',
}
registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'What a city is in a network.',
  valuesConfig: {
    LEAD: { description: 'Leads the network.' },
    CO_LEAD: { description: 'Leads the network together with another city.' },
    MEMBER: { description: 'Takes part.' },
    OBSERVER: { description: 'Follows without being a member.' },
  },
});

@OwnedBy('networks')
@ObjectType({
  implements: Node,
  description: 'That a city is, or was, a member of a network. A membership is never deleted: it ends.',
  simpleResolvers: true,
})
@Entity('membership')
@Checks('membership', {
  slug: SLUG,
  role: isOneOf('role', MembershipRole),
  date_precision: PRECISION,
  period: 'ended_on > started_on',
  ongoing: 'NOT (ongoing AND ended_on IS NOT NULL)',
})
@Exclusion(
  'membership_no_overlap',
  'USING gist (city_id WITH =, network_id WITH =, daterange(started_on, ended_on) WITH &&)',
)
@Indexes(
  'membership_city_id_idx',
  'membership_network_id_idx',
  'membership_boundary_idx',
  'membership_population_order_idx',
  'membership_name_order_idx',
)
export class Membership extends KeyedNode {
  @Column('integer')
  @ForeignKey(() => City)
  cityId: number;

  @Column('integer')
  @ForeignKey(() => Network)
  networkId: number;

  @Field(() => MembershipRole, { description: 'What the city is in the network.' })
  @Column('text')
  role: MembershipRole;

  @Field(() => LocalDate, { nullable, description: 'The first day of the membership; null where unknown.' })
  @Column('date', { nullable })
  startedOn: string | null;

  @Field(() => LocalDate, {
    nullable,
    description: 'The first day on which it was no more; null while it goes on, and where unknown.',
  })
  @Column('date', { nullable })
  endedOn: string | null;

  /** Whether a membership without an end goes on: true, false, or null for unknown. */
  @Column('boolean', { nullable })
  ongoing: boolean | null;

  @Field(() => DatePrecision, { nullable, description: 'How exactly beginning and end are known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;

  /** What members are ordered by: copies of their city's, which the database keeps up to date. */
  @Column('integer', { default: -1 })
  cityPopulation: number;

  @Column({ type: 'text', collation: 'C', default: '' })
  cityName: string;

  @Column({ type: 'text', collation: 'C', default: '' })
  citySlug: string;
}

export const MembershipEdge = edgeOf('Membership', () => Membership);
export const MembershipConnection = connectionOf(
  'Membership',
  () => Membership,
  () => MembershipEdge,
);
