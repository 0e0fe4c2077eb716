import sql, { join, raw, type Sql } from 'sql-template-tag';
import { Field, InputType } from 'type-graphql';
import {
  allOf,
  exists,
  Filter,
  idOf,
  hasUnspaced,
  isWithoutSpaces,
  likeLiteral,
  oneOf,
  within,
  type Condition,
} from '../../data/filter';
import type { ListArgs } from '../../data/list';
import type { Scope } from '../../data/scope';
import { invalidFilter } from '../../graphql/errors';
import { DateTimeFilter, IDFilter, OrderDirection } from '../../graphql/inputs';
import { CityFilter, cityFilter } from '../cities';
import { InitiativeFilter, initiativeFilter, NetworkFilter, networkFilter } from '../networks';
import { Sector, SolutionStatus } from './enums';
import { SolutionOrderField } from './solution';

const nullable = true;

@InputType({ description: 'A condition on sectors.' })
export class SectorFilter {
  @Field(() => Sector, { nullable, description: 'This sector: `{ eq: WASTE }`.' })
  eq?: Sector | null;

  @Field(() => [Sector], { nullable, description: 'One of these sectors. An empty list matches nothing.' })
  in?: Sector[] | null;
}

@InputType({
  description:
    'Which solutions. All that is given must hold: `{ sector: { eq: TRANSPORT }, city: { region: { eq: AFRICA } } }`.',
})
export class SolutionFilter {
  @Field(() => [SolutionFilter], { nullable, description: 'All of these must hold.' })
  and?: SolutionFilter[] | null;

  @Field(() => [SolutionFilter], { nullable, description: 'One of these must hold. An empty list matches nothing.' })
  or?: SolutionFilter[] | null;

  @Field(() => SolutionFilter, { nullable, description: 'This must not hold.' })
  not?: SolutionFilter | null;

  @Field(() => IDFilter, { nullable, description: 'Ids of solutions.' })
  id?: IDFilter | null;

  @Field(() => SectorFilter, { nullable, description: 'What it is about.' })
  sector?: SectorFilter | null;

  @Field(() => DateTimeFilter, { nullable, description: 'When it was shared.' })
  publishedAt?: DateTimeFilter | null;

  @Field(() => SolutionStatus, {
    nullable,
    description: 'Left out: PUBLISHED. DRAFT finds those that you may see; withdrawn ones are never in lists.',
  })
  status?: SolutionStatus | null;

  @Field(() => String, {
    nullable,
    description:
      'Full text over title, summary and body in every language: all words, in any form; `"in quotes"` as a phrase, `or`, `-without`.',
  })
  text?: string | null;

  @Field(() => CityFilter, { nullable, description: 'The city that shared it.' })
  city?: CityFilter | null;

  @Field(() => NetworkFilter, { nullable, description: 'Some network that it was shared in.' })
  network?: NetworkFilter | null;

  @Field(() => InitiativeFilter, {
    nullable,
    description: 'The initiative area of some network that it was shared in.',
  })
  initiative?: InitiativeFilter | null;
}

@InputType({ description: 'How a list of solutions is ordered.' })
export class SolutionOrder {
  @Field(() => SolutionOrderField, { description: 'What to order by.' })
  field: SolutionOrderField;

  @Field(() => OrderDirection, { nullable, description: 'Left out: the natural direction of the field.' })
  direction?: OrderDirection | null;
}

export interface SolutionListArgs extends ListArgs {
  filter?: SolutionFilter | null;
  orderBy?: SolutionOrder | null;
}

/** The ids of solutions in which the text is found, in the original or in a translation. */
const withText: Condition<string> = {
  sql: (text, t) => {
    const inTable = (table: string, id: string, locale: string): Sql =>
      sql`SELECT ${raw(id)} FROM ${raw(table)} d WHERE ${isWithoutSpaces(text) ? hasTerms(text) : hasWords(text, locale)}`;
    return sql`${raw(t)}.id IN (${inTable('solution', 'd.id', 'd.original_locale')}
      UNION ALL ${inTable('solution_translation', 'd.solution_id', 'd.locale')})`;
  },
  check: (text, path) => {
    if (text.trim() === '') throw invalidFilter(path, 'some words', text);
  },
};

// One branch for each stemmer, so that each can use the index: a query that depends on the row could not.
function hasWords(text: string, locale: string): Sql {
  const document = raw(`solution_document(${locale}, d.title, d.summary, d.body)`);
  const branch = (stemmer: string): Sql =>
    sql`(text_search_configuration(${raw(locale)}) = ${raw(`'${stemmer}'::regconfig`)}
      AND ${document} @@ websearch_to_tsquery(${raw(`'${stemmer}'`)}, fold(${text})))`;
  return sql`(${join(['pg_catalog.english', 'pg_catalog.spanish', 'pg_catalog.simple'].map(branch), ' OR ')})`;
}

function hasTerms(text: string): Sql {
  const whole = "fold(d.title || ' ' || d.summary || ' ' || coalesce(d.body, ''))";
  const terms = text.split(/\s+/).filter((term) => term !== '' && term !== '-');
  const has = (term: string): Sql =>
    isWithoutSpaces(term) ? hasUnspaced(whole, term) : sql`${raw(whole)} LIKE fold(${`%${likeLiteral(term)}%`})`;
  return allOf(terms.map((term) => (term.startsWith('-') ? sql`NOT ${has(term.slice(1))}` : has(term))));
}

export const solutionFilter: Filter<SolutionFilter> = new Filter<SolutionFilter>(() => ({
  id: idOf('Solution', '$t.slug'),
  sector: oneOf('$t.sector', 'text'),
  publishedAt: within<Date>('$t.published_at', 'timestamptz', "'-infinity'"),
  status: { sql: (status, t) => sql`${raw(t)}.status = ${status}::text` },
  text: withText,
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
        `solution_network sn_${t} JOIN network n_${t} ON n_${t}.id = sn_${t}.network_id WHERE sn_${t}.solution_id = ${t}.id`,
      ),
  ),
  initiative: exists(
    () => initiativeFilter,
    'i_',
    (t) =>
      raw(`solution_network sn_${t} JOIN network ni_${t} ON ni_${t}.id = sn_${t}.network_id
        JOIN initiative i_${t} ON i_${t}.id = ni_${t}.initiative_id WHERE sn_${t}.solution_id = ${t}.id`),
  ),
}));

const mentionsStatus = (filter: SolutionFilter | null | undefined): boolean =>
  filter != null &&
  (filter.status != null ||
    [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])].some(mentionsStatus));

/** What lists of solutions show: the published ones, unless the filter asks for another status; withdrawn ones never. */
export const listedSolutions = (filter: SolutionFilter | null | undefined, t: string, viewer: Scope): Sql[] => [
  raw(mentionsStatus(filter) ? `${t}.status <> 'WITHDRAWN'` : `${t}.status = 'PUBLISHED'`),
  ...(filter ? [solutionFilter.sql(filter, t, viewer)] : []),
];
