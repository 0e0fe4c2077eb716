import sql, { raw } from 'sql-template-tag';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { exists, Filter, idOf, matching } from '../../data/filter';
import type { ListArgs } from '../../data/list';
import { IDFilter, OrderDirection, StringFilter } from '../../graphql/inputs';
import { InitiativeFilter, initiativeFilter } from './initiative';

const nullable = true;

@InputType({
  description: 'Which networks. All that is given must hold: `{ active: true, name: { contains: "waste" } }`.',
})
export class NetworkFilter {
  @Field(() => [NetworkFilter], { nullable, description: 'All of these must hold.' })
  and?: NetworkFilter[] | null;

  @Field(() => [NetworkFilter], { nullable, description: 'One of these must hold. An empty list matches nothing.' })
  or?: NetworkFilter[] | null;

  @Field(() => NetworkFilter, { nullable, description: 'This must not hold.' })
  not?: NetworkFilter | null;

  @Field(() => IDFilter, { nullable, description: 'Ids of networks.' })
  id?: IDFilter | null;

  @Field(() => StringFilter, { nullable, description: 'The slug, to the letter: `{ eq: "cool-cities" }`.' })
  slug?: StringFilter | null;

  @Field(() => StringFilter, { nullable, description: 'The present name, in its original language.' })
  name?: StringFilter | null;

  @Field(() => InitiativeFilter, { nullable, description: 'The initiative area that the network belongs to.' })
  initiative?: InitiativeFilter | null;

  @Field(() => Boolean, {
    nullable,
    description: 'true: not known to have ended, nor succeeded by another network; false: the others.',
  })
  active?: boolean | null;
}

export enum NetworkOrderField {
  NAME = 'NAME',
  MEMBER_COUNT = 'MEMBER_COUNT',
  STARTED_ON = 'STARTED_ON',
}
registerEnumType(NetworkOrderField, {
  name: 'NetworkOrderField',
  description: 'What a list of networks is ordered by; networks that are equal in it follow by slug.',
  valuesConfig: {
    NAME: { description: 'The present name, accents and case aside. Natural direction: upwards.' },
    MEMBER_COUNT: { description: 'Cities that are members today. Natural direction: most first.' },
    STARTED_ON: { description: 'The beginning; unknown counts as the earliest. Natural direction: newest first.' },
  },
});

@InputType({ description: 'How a list of networks is ordered.' })
export class NetworkOrder {
  @Field(() => NetworkOrderField, { description: 'What to order by.' })
  field: NetworkOrderField;

  @Field(() => OrderDirection, { nullable, description: 'Left out: the natural direction of the field.' })
  direction?: OrderDirection | null;
}

export interface NetworkListArgs extends ListArgs {
  filter?: NetworkFilter | null;
  orderBy?: NetworkOrder | null;
}

export const networkFilter: Filter<NetworkFilter> = new Filter<NetworkFilter>(() => ({
  id: idOf('Network', '$t.slug'),
  slug: matching('$t.slug', { exact: true }),
  name: matching('$t.folded_name'),
  initiative: exists(
    () => initiativeFilter,
    'i_',
    (t) => sql`initiative ${raw(`i_${t}`)} WHERE ${raw(`i_${t}.id = ${t}.initiative_id`)}`,
  ),
  active: {
    sql: (active, t) =>
      raw(
        `(${t}.successor_id IS NULL AND (${t}.ended_on IS NULL OR ${t}.ended_on > utc_today())) IS ${active ? 'TRUE' : 'NOT TRUE'}`,
      ),
  },
}));
