import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { raw } from 'sql-template-tag';
import { exists, Filter, oneOf, within } from '../../data/filter';
import type { ListArgs } from '../../data/list';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  isLocale,
  isOneOf,
  KeyedNode,
  PRECISION,
  PrimaryColumn,
  SLUG,
} from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { DatePrecision } from '../../graphql/date-precision';
import { LocalDateFilter } from '../../graphql/inputs';
import { Node } from '../../graphql/node';
import { LocalDate } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City, CityFilter, cityFilter } from '../cities';
import { Network, NetworkFilter, networkFilter } from '../networks';

const nullable = true;

export enum CollaborationKind {
  TWINNING = 'TWINNING',
  PEER_EXCHANGE = 'PEER_EXCHANGE',
  STUDY_VISIT = 'STUDY_VISIT',
  MENTORING = 'MENTORING',
  JOINT_PROJECT = 'JOINT_PROJECT',
  WORKSHOP = 'WORKSHOP',
  MEMORANDUM = 'MEMORANDUM',
}
registerEnumType(CollaborationKind, {
  name: 'CollaborationKind',
  description: 'How cities work together.',
  valuesConfig: {
    TWINNING: { description: 'Sister cities: a lasting tie, often of no particular theme.' },
    PEER_EXCHANGE: { description: 'Officials who advise one another on similar projects.' },
    STUDY_VISIT: { description: 'A visit to see how another city does it.' },
    MENTORING: { description: 'One city helps another along.' },
    JOINT_PROJECT: { description: 'A project that they carry out together.' },
    WORKSHOP: { description: 'A meeting on a theme.' },
    MEMORANDUM: { description: 'An agreement to work together.' },
  },
});

@OwnedBy('collaborations')
@ObjectType({
  implements: Node,
  description: 'That two cities or more work, or worked, together.',
  simpleResolvers: true,
})
@Entity('collaboration')
@Checks('collaboration', {
  slug: SLUG,
  kind: isOneOf('kind', CollaborationKind),
  locale: isLocale('original_locale'),
  date_precision: PRECISION,
  period: 'ended_on > started_on',
  title_locale: 'title IS NULL OR original_locale IS NOT NULL',
})
@Indexes('collaboration_started_order_idx', 'collaboration_kind_order_idx', 'collaboration_network_order_idx')
export class Collaboration extends KeyedNode {
  @Field(() => CollaborationKind, { description: 'How they work together.' })
  @Column('text')
  kind: CollaborationKind;

  @Column('text', { nullable })
  title: string | null;

  @Column({ type: 'text', collation: 'C', nullable })
  originalLocale: string | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Network)
  networkId: number | null;

  @Field(() => LocalDate, { nullable, description: 'The first day; null where unknown.' })
  @Column('date', { nullable })
  startedOn: string | null;

  @Field(() => LocalDate, {
    nullable,
    description: 'The first day on which it was over; null while it goes on, and where unknown.',
  })
  @Column('date', { nullable })
  endedOn: string | null;

  @Field(() => DatePrecision, { nullable, description: 'How exactly beginning and end are known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Field(() => [String], {
    description: 'Technical experts and organisations that took part, as the source names them.',
  })
  @Column('text', { array: true, default: '{}' })
  partners: string[];

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;

  /** Cities that take part: kept by the database, for the strength of ties. */
  @Column('integer', { default: 0 })
  participantCount: number;
}

export const CollaborationEdge = edgeOf('Collaboration', () => Collaboration);
export const CollaborationConnection = connectionOf(
  'Collaboration',
  () => Collaboration,
  () => CollaborationEdge,
);

@Entity('collaboration_translation')
@Checks('collaboration_translation', { locale: isLocale('locale') })
export class CollaborationTranslation {
  @PrimaryColumn('integer')
  @ForeignKey(() => Collaboration, { onDelete: 'CASCADE' })
  collaborationId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  title: string;
}

/** A city that takes part in a collaboration. */
@Entity('collaboration_participant')
@Indexes('collaboration_participant_city_id_idx', 'collaboration_participant_order_idx')
export class CollaborationParticipant {
  @PrimaryColumn('integer')
  @ForeignKey(() => Collaboration, { onDelete: 'CASCADE' })
  collaborationId: number;

  @PrimaryColumn('integer')
  @ForeignKey(() => City)
  cityId: number;

  /** What collaborations of a city are ordered by: copies, which the database keeps up to date. */
  @Column('date', { default: '-infinity' })
  startedOn: string;

  @Column({ type: 'text', collation: 'C', default: '' })
  collaborationSlug: string;
}

@InputType({ description: 'A condition on kinds of collaboration.' })
export class CollaborationKindFilter {
  @Field(() => CollaborationKind, { nullable, description: 'This kind: `{ eq: STUDY_VISIT }`.' })
  eq?: CollaborationKind | null;

  @Field(() => [CollaborationKind], { nullable, description: 'One of these kinds. An empty list matches nothing.' })
  in?: CollaborationKind[] | null;
}

@InputType({ description: 'Which collaborations. All that is given must hold.' })
export class CollaborationFilter {
  @Field(() => CollaborationKindFilter, { nullable, description: 'How the cities work together.' })
  kind?: CollaborationKindFilter | null;

  @Field(() => NetworkFilter, { nullable, description: 'The network under which they work together.' })
  network?: NetworkFilter | null;

  @Field(() => LocalDateFilter, {
    nullable,
    description: 'When it began: `{ gte: "2015-01-01" }`. Undated ones match only `isNull: true`.',
  })
  startedOn?: LocalDateFilter | null;

  @Field(() => CityFilter, { nullable, description: 'Some city that takes part: `{ region: { eq: AFRICA } }`.' })
  participant?: CityFilter | null;
}

export interface CollaborationListArgs extends ListArgs {
  filter?: CollaborationFilter | null;
}

export const collaborationFilter = new Filter<CollaborationFilter>(() => ({
  kind: oneOf('$t.kind', 'text'),
  network: exists(
    () => networkFilter,
    'n_',
    (t) => raw(`network n_${t} WHERE n_${t}.id = ${t}.network_id`),
  ),
  startedOn: within<string>('$t.started_on', 'date', "'-infinity'"),
  participant: exists(
    () => cityFilter,
    'c_',
    (t) =>
      raw(
        `collaboration_participant cp_${t} JOIN city c_${t} ON c_${t}.id = cp_${t}.city_id WHERE cp_${t}.collaboration_id = ${t}.id`,
      ),
  ),
}));
