import sql, { raw } from 'sql-template-tag';
import { Field, InputType, ObjectType } from 'type-graphql';
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
import { ActionStatus, PeerInfluence, Sector } from './enums';
import { SectorFilter } from './solution-filter';

const nullable = true;

@OwnedBy('solutions')
@ObjectType({
  implements: Node,
  description: 'A climate action that a city reports, and whether peers had a part in it.',
  simpleResolvers: true,
})
@Entity('action')
@Checks('action', {
  slug: SLUG,
  locale: isLocale('original_locale'),
  sector: isOneOf('sector', Sector),
  status: isOneOf('status', ActionStatus),
  date_precision: PRECISION,
  influences: "influences <@ '{NEW,BETTER,FASTER}'",
  revision: 'revision_of_id <> id',
})
@Indexes('action_reported_order_idx', 'action_city_order_idx', 'action_sector_order_idx', 'action_revision_of_id_idx')
export class Action extends KeyedNode {
  @Column('integer')
  @ForeignKey(() => City)
  cityId: number;

  @Column('text')
  title: string;

  @Column({ type: 'text', collation: 'C' })
  originalLocale: string;

  @Field(() => Sector, { description: 'What it is about.' })
  @Column('text')
  sector: Sector;

  @Field(() => ActionStatus, { description: 'How far it had come when it was reported.' })
  @Column('text')
  status: ActionStatus;

  @Field(() => LocalDate, { description: 'When the city reported it.' })
  @Column('date')
  reportedOn: string;

  @Field(() => DatePrecision, { nullable, description: 'How exactly `reportedOn` is known.' })
  @Column('text', { nullable })
  datePrecision: DatePrecision | null;

  @Field(() => [PeerInfluence], {
    nullable,
    description:
      'What collaboration made of it: null where the city was not asked or did not answer, `[]` for nothing.',
  })
  @Column('text', { array: true, nullable })
  influences: PeerInfluence[] | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Action)
  revisionOfId: number | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;
}

export const ActionEdge = edgeOf('Action', () => Action);
export const ActionConnection = connectionOf(
  'Action',
  () => Action,
  () => ActionEdge,
);

@Entity('action_translation')
@Checks('action_translation', { locale: isLocale('locale') })
export class ActionTranslation {
  @PrimaryColumn('integer')
  @ForeignKey(() => Action, { onDelete: 'CASCADE' })
  actionId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  title: string;
}

/** A network that influenced an action. */
@Entity('action_network')
@Indexes('action_network_network_id_idx')
export class ActionNetwork {
  @PrimaryColumn('integer')
  @ForeignKey(() => Action, { onDelete: 'CASCADE' })
  actionId: number;

  @PrimaryColumn('integer')
  @ForeignKey(() => Network)
  networkId: number;
}

@InputType({ description: 'Which actions. All that is given must hold.' })
export class ActionFilter {
  @Field(() => SectorFilter, { nullable, description: 'What it is about.' })
  sector?: SectorFilter | null;

  @Field(() => LocalDateFilter, { nullable, description: 'When it was reported: `{ gte: "2015-01-01" }`.' })
  reportedOn?: LocalDateFilter | null;

  @Field(() => Boolean, {
    nullable,
    description: 'true: collaboration made it new, better or faster; false: the city answered that it did not.',
  })
  influenced?: boolean | null;

  @Field(() => CityFilter, { nullable, description: 'The city that reported it.' })
  city?: CityFilter | null;

  @Field(() => NetworkFilter, { nullable, description: 'Some network that influenced it.' })
  network?: NetworkFilter | null;
}

export interface ActionListArgs extends ListArgs {
  filter?: ActionFilter | null;
}

export const actionFilter = new Filter<ActionFilter>(() => ({
  sector: oneOf('$t.sector', 'text'),
  reportedOn: within<string>('$t.reported_on', 'date'),
  influenced: { sql: (influenced, t) => sql`(${raw(t)}.influences <> '{}') = ${influenced}::boolean` },
  city: exists(
    () => cityFilter,
    'c_',
    (t) => raw(`city c_${t} WHERE c_${t}.id = ${t}.city_id`),
  ),
  network: exists(
    () => networkFilter,
    'n_',
    (t) =>
      raw(
        `action_network an_${t} JOIN network n_${t} ON n_${t}.id = an_${t}.network_id WHERE an_${t}.action_id = ${t}.id`,
      ),
  ),
}));
