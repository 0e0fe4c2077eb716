import { Field, ID, InputType } from 'type-graphql';
import { invalidFilter } from '../../graphql/errors';
import { fromGlobalId } from '../../graphql/global-id';
import { LocalDate } from '../../graphql/scalars';
import { CityFilter, cityFilter } from '../cities';
import { CollaborationKind } from '../collaborations';
import { GraphLayer } from './enums';

const nullable = true;

@InputType({ description: 'Which links make the graph. All that is given must hold; left out: all collaborations.' })
export class GraphFilter {
  @Field(() => [GraphLayer], {
    nullable,
    defaultValue: [GraphLayer.COLLABORATION],
    description:
      'What links cities. Weights of several layers do not add up: strengths and whatever is weighted need one layer.',
  })
  layers?: GraphLayer[] | null;

  @Field(() => [CollaborationKind], {
    nullable,
    description: 'Of collaborations, these kinds; links of the other layers have none. An empty list lets none in.',
  })
  kinds?: CollaborationKind[] | null;

  @Field(() => LocalDate, {
    nullable,
    description:
      'What was active on this day or later: a collaboration or common membership that had not ended, an adoption since.',
  })
  since?: string | null;

  @Field(() => LocalDate, { nullable, description: 'What had begun before this day.' })
  until?: string | null;

  @Field(() => Boolean, {
    nullable,
    defaultValue: false,
    description: 'Whether what has no date stays where `since` or `until` is given; else it is left out.',
  })
  includeUndated?: boolean | null;

  @Field(() => [ID], {
    nullable,
    description:
      'Ids of networks: the one under which cities collaborated, of which both were members, or by which an adoption came about.',
  })
  networks?: string[] | null;

  @Field(() => [ID], { nullable, description: 'Ids of initiative areas: those of that network.' })
  initiatives?: string[] | null;

  @Field(() => CityFilter, {
    nullable,
    description: 'Cities: both ends of a link fit. `{ region: { eq: AFRICA } }` is the graph within Africa.',
  })
  cities?: CityFilter | null;
}

/** @throws INVALID_FILTER or INVALID_ID for what could mean nothing, naming its `path` */
export function checkGraphFilter(filter: GraphFilter, path: string): void {
  const { layers, since, until, networks, initiatives, cities } = filter;
  if (layers?.length === 0) throw invalidFilter(`${path}.layers`, 'at least one layer', layers);
  if (since != null && until != null && since >= until)
    throw invalidFilter(path, '"since" to be before "until"', { since, until });
  for (const id of networks ?? []) fromGlobalId(id, 'Network');
  for (const id of initiatives ?? []) fromGlobalId(id, 'Initiative');
  if (cities) cityFilter.check(cities, `${path}.cities`);
}
