import { Field, ID, InputType } from 'type-graphql';
import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../../data/reader';
import { PUBLIC, scopeKey } from '../../data/scope';
import { invalidFilter } from '../../graphql/errors';
import { fromGlobalId } from '../../graphql/global-id';
import { LocalDate } from '../../graphql/scalars';
import type { GraphFilter as EngineFilter } from '../../insights/store/filter';
import { CityFilter, cityFilter } from '../cities';
import { CollaborationKind } from '../collaborations';
import { isVisible } from '../solutions';
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

const DAY = 86_400_000;

/** What the engine needs to know of a filter, read with the viewer's eyes. */
export async function engineFilter(filter: GraphFilter | null, reader: Reader): Promise<EngineFilter> {
  const layers = filter?.layers ?? [GraphLayer.COLLABORATION];
  const [networks, initiatives, cities, seenSolutions] = await Promise.all([
    rowsOf(filter?.networks, 'Network', reader),
    rowsOf(filter?.initiatives, 'Initiative', reader),
    filter?.cities &&
      column(reader, sql`SELECT c.id FROM city c WHERE ${cityFilter.sql(filter.cities, 'c', reader.viewer)}`),
    layers.includes(GraphLayer.ADOPTION) ? seenSolutionsOf(reader) : undefined,
  ]);
  return {
    layers,
    kinds: filter?.kinds ?? undefined,
    since: dayOf(filter?.since),
    until: dayOf(filter?.until),
    includeUndated: filter?.includeUndated ?? false,
    networks,
    initiatives,
    cities: cities ?? undefined,
    seenSolutions,
  };
}

const dayOf = (date: string | null | undefined): number | undefined =>
  date == null ? undefined : Date.parse(date) / DAY;

/** Row ids of these; of what is not there there is none. */
async function rowsOf(
  ids: readonly string[] | null | undefined,
  type: 'Network' | 'Initiative',
  reader: Reader,
): Promise<number[] | undefined> {
  if (ids == null) return undefined;
  const slugs = ids.map((id) => fromGlobalId(id, type).slug);
  return column(
    reader,
    type === 'Network'
      ? sql`SELECT n.id FROM network n WHERE n.slug = ANY (${slugs}::text[])`
      : sql`SELECT i.id FROM initiative i WHERE i.slug = ANY (${slugs}::text[])`,
  );
}

/** The solutions that not everybody may see, and the viewer may: their adoptions are links too. */
async function seenSolutionsOf(reader: Reader): Promise<number[] | undefined> {
  if (scopeKey(reader.viewer) === scopeKey(PUBLIC)) return undefined;
  return column(
    reader,
    sql`SELECT s.id FROM solution s WHERE NOT (${isVisible('s', PUBLIC)}) AND ${isVisible('s', reader.viewer)}`,
  );
}

const column = async (reader: Reader, statement: Sql): Promise<number[]> =>
  (await reader.rows(statement)).map(([id]) => id as number);
