import { Field, ObjectType } from 'type-graphql';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  isOneOf,
  KeyedNode,
  PRECISION,
  SLUG,
  Unique,
} from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { DatePrecision } from '../../graphql/date-precision';
import { Node } from '../../graphql/node';
import { DateTime, LocalDate } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City } from '../cities';
import { Network } from '../networks';
import { AdoptionKind, AdoptionStatus } from './enums';
import { Solution } from './solution';

const nullable = true;

@OwnedBy('solutions')
@ObjectType({
  implements: Node,
  description: 'That a city took up a solution of another one.',
  simpleResolvers: true,
})
@Entity('adoption')
@Unique(['solutionId', 'cityId'])
@Checks('adoption', {
  slug: SLUG,
  kind: isOneOf('kind', AdoptionKind),
  status: isOneOf('status', AdoptionStatus),
  date_precision: PRECISION,
  learned_from: 'learned_from_id <> city_id',
})
@Indexes(
  'adoption_solution_order_idx',
  'adoption_city_order_idx',
  'adoption_learned_from_id_idx',
  'adoption_via_id_idx',
)
export class Adoption extends KeyedNode {
  @Column('integer')
  @ForeignKey(() => Solution)
  solutionId: number;

  @Column('integer')
  @ForeignKey(() => City)
  cityId: number;

  @Column('integer', { nullable })
  @ForeignKey(() => City)
  learnedFromId: number | null;

  @Field(() => AdoptionKind, { description: 'How it was taken up.' })
  @Column('text')
  kind: AdoptionKind;

  @Field(() => AdoptionStatus, { description: 'How far it has come.' })
  @Column('text')
  status: AdoptionStatus;

  @Field(() => LocalDate, { nullable, description: 'When it was taken up; null where unknown.' })
  @Column('date', { nullable })
  adoptedOn: string | null;

  @Field(() => DatePrecision, { nullable, description: 'How exactly `adoptedOn` is known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Network)
  viaId: number | null;

  @Field(() => String, { nullable, description: 'What the record says of it, in a sentence.' })
  @Column('text', { nullable })
  note: string | null;

  @Field(() => Boolean, { description: 'Whether the solution’s own city has confirmed it, as it stands.' })
  @Column('boolean')
  confirmed: boolean;

  @Field(() => DateTime, { nullable, description: 'When it was confirmed; null unless it was, and where unknown.' })
  @Column('timestamptz', { nullable })
  confirmedAt: string | null;

  /** The account that confirmed it. */
  @Column('text', { nullable })
  confirmedBy: string | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;
}

export const AdoptionEdge = edgeOf('Adoption', () => Adoption);
export const AdoptionConnection = connectionOf(
  'Adoption',
  () => Adoption,
  () => AdoptionEdge,
);
