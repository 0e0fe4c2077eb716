import { Field, ObjectType, registerEnumType } from 'type-graphql';
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
import { Node } from '../../graphql/node';
import { DateTime, LocalDate, Locale, PositiveInt, Url } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City } from '../cities';
import { Network } from '../networks';
import { Sector, SolutionStatus, Visibility } from './enums';

const nullable = true;

@OwnedBy('solutions')
@ObjectType({
  implements: Node,
  description: 'What a city shares with its peers: something that it did, and that others can take up.',
  simpleResolvers: true,
})
@Entity('solution')
@Checks('solution', {
  slug: SLUG,
  locale: isLocale('original_locale'),
  sector: isOneOf('sector', Sector),
  status: isOneOf('status', SolutionStatus),
  visibility: isOneOf('visibility', Visibility),
  date_precision: PRECISION,
  published: "status = 'DRAFT' OR published_at IS NOT NULL",
})
@Indexes(
  'solution_closed_idx',
  'solution_published_order_idx',
  'solution_sector_order_idx',
  'solution_city_order_idx',
  'solution_title_order_idx',
  'solution_adoption_count_order_idx',
  'solution_document_idx',
  'solution_title_trigram_idx',
  'solution_title_characters_idx',
  'solution_document_characters_idx',
)
export class Solution extends KeyedNode {
  @Field(() => String, { description: 'Permanent name for addresses. Unique among solutions.' })
  override slug: string;

  @Column('integer')
  @ForeignKey(() => City)
  cityId: number;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text', { nullable })
  body: string | null;

  @Field(() => Locale, { description: 'The language that it was written in.' })
  @Column({ type: 'text', collation: 'C' })
  originalLocale: string;

  @Field(() => Sector, { description: 'What it is about.' })
  @Column('text')
  sector: Sector;

  @Field(() => SolutionStatus, { description: 'Whether it is shared.' })
  @Column('text')
  status: SolutionStatus;

  @Field(() => Visibility, { description: 'Who may see it.' })
  @Column('text')
  visibility: Visibility;

  @Field(() => DateTime, { nullable, description: 'When it was shared here; null for a draft.' })
  @Column('timestamptz', { nullable })
  publishedAt: string | null;

  @Field(() => LocalDate, { nullable, description: 'When the city put it in place; null where unknown.' })
  @Column('date', { nullable })
  startedOn: string | null;

  @Field(() => DatePrecision, { nullable, description: 'How exactly `startedOn` is known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Field(() => [Url], { description: 'Pages to read on.' })
  @Column('text', { array: true, default: '{}' })
  links: string[];

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;

  @Field(() => DateTime, {
    nullable,
    description: 'When its city took it back; null unless it did, and where unknown.',
  })
  @Column('timestamptz', { nullable })
  withdrawnAt: string | null;

  @Field(() => String, { nullable, description: 'Why its city took it back, in the city’s words; null unless it did.' })
  @Column('text', { nullable })
  withdrawnReason: string | null;

  /** Adoptions on record: kept by the database, for ordering. */
  @Column('integer', { default: 0 })
  adoptionCount: number;
}

@ObjectType({ description: 'How many solutions have this value.', simpleResolvers: true })
export class FacetCount {
  @Field(() => String, { description: 'The value, as filters take it: `TRANSPORT`, `CO`, a slug, `2019`.' })
  value: string;

  @Field(() => String, {
    description: 'The value for people to read, in the reader’s language where there is a translation.',
  })
  label: string;

  @Field(() => PositiveInt, { description: 'How many solutions.' })
  count: number;
}

export const SolutionEdge = edgeOf('Solution', () => Solution);
@ObjectType({ description: 'A page of a list: Solution.', simpleResolvers: true })
export class SolutionConnection extends connectionOf(
  'Solution',
  () => Solution,
  () => SolutionEdge,
) {}

@Entity('solution_translation')
@Checks('solution_translation', { locale: isLocale('locale') })
@Indexes(
  'solution_translation_document_idx',
  'solution_translation_title_trigram_idx',
  'solution_translation_title_fold_idx',
  'solution_translation_title_characters_idx',
  'solution_translation_document_characters_idx',
)
export class SolutionTranslation {
  @PrimaryColumn('integer')
  @ForeignKey(() => Solution, { onDelete: 'CASCADE' })
  solutionId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text', { nullable })
  body: string | null;
}

/** A network that a solution was shared in. */
@Entity('solution_network')
@Indexes('solution_network_network_id_idx', 'solution_network_order_idx')
export class SolutionNetwork {
  @PrimaryColumn('integer')
  @ForeignKey(() => Solution, { onDelete: 'CASCADE' })
  solutionId: number;

  @PrimaryColumn('integer')
  @ForeignKey(() => Network)
  networkId: number;

  /** What solutions of a network are ordered by: copies, which the database keeps up to date. */
  @Column('timestamptz', { default: '-infinity' })
  publishedAt: string;

  @Column({ type: 'text', collation: 'C', default: '' })
  solutionSlug: string;
}

export enum SolutionOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  TITLE = 'TITLE',
  ADOPTION_COUNT = 'ADOPTION_COUNT',
}
registerEnumType(SolutionOrderField, {
  name: 'SolutionOrderField',
  description: 'What a list of solutions is ordered by; solutions that are equal in it follow by slug.',
  valuesConfig: {
    PUBLISHED_AT: { description: 'When it was shared here. Natural direction: newest first.' },
    TITLE: { description: 'The title in its original language, accents and case aside. Natural direction: upwards.' },
    ADOPTION_COUNT: { description: 'Adoptions on record, of any status. Natural direction: most first.' },
  },
});
