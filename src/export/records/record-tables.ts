import type { Sql } from 'sql-template-tag';
import type { Condition } from '../../data/filter';
import type { Scope } from '../../data/scope';
import { cityFilter } from '../../subgraphs/cities';
import { collaborationFilter } from '../../subgraphs/collaborations';
import { networkFilter } from '../../subgraphs/networks';
import { listedSolutions, solutionFilter } from '../../subgraphs/solutions';

/** A table of records for a spreadsheet or a data frame, declared: what the API calls them, and where each column is in its answer. */
export interface RecordTable {
  /** The type in the API. */
  type: string;
  /** The path of each column's field, by the column's name; `[]` stands for all of a list, or of the nodes of a connection. */
  columns: Readonly<Record<string, string>>;
  /** The input type of the API that filters it, and its SQL. */
  filter?: { type: string; condition: Required<Condition<object>> };
  /** Which of the rows that the viewer may see belong to it; `t` is their table's alias. Default: all. */
  where?: (t: string, filter: object | undefined, viewer: Scope) => Sql[];
}

const filteredBy = <F extends object>(type: string, condition: Required<Pick<Condition<F>, 'sql' | 'check'>>) => ({
  type,
  condition: condition as Required<Condition<object>>,
});

/** The ids of a city: those of the API, and those that others know it by. */
const cityIds = (path: string, name = path): Record<string, string> => ({
  [`${name}Id`]: `${path}.id`,
  [`${name}Slug`]: `${path}.slug`,
  [`${name}Name`]: `${path}.name`,
  [`${name}Country`]: `${path}.country.code`,
  [`${name}WikidataId`]: `${path}.wikidataId`,
  [`${name}GeonamesId`]: `${path}.geonamesId`,
  [`${name}Unlocode`]: `${path}.unlocode`,
});

const idsOf = (path: string): Record<string, string> => ({
  [`${path}Id`]: `${path}.id`,
  [`${path}Slug`]: `${path}.slug`,
});

const own = (...fields: string[]): Record<string, string> => Object.fromEntries(fields.map((field) => [field, field]));

const SOURCE = { sourceName: 'source.name', sourceUrl: 'source.url', sourceRetrievedOn: 'source.retrievedOn' };

/** By the name in their address. */
export const recordTables = {
  cities: {
    type: 'City',
    columns: {
      ...own('id', 'slug', 'name', 'region', 'population'),
      country: 'country.code',
      countryName: 'country.name',
      latitude: 'location.latitude',
      longitude: 'location.longitude',
      ...own('wikidataId', 'geonamesId', 'unlocode'),
      networkCount: 'networks.totalCount',
      solutionCount: 'solutions.totalCount',
    },
    filter: filteredBy('CityFilter', cityFilter),
  },
  networks: {
    type: 'Network',
    columns: {
      ...own('id', 'slug', 'name', 'contentLocale', 'summary', 'startedOn', 'endedOn', 'datePrecision'),
      ...idsOf('initiative'),
      initiativeName: 'initiative.name',
      ...idsOf('successor'),
      formerNames: 'formerNames[].name',
      leadCityIds: 'leadCities[].id',
      memberCount: 'members.totalCount',
    },
    filter: filteredBy('NetworkFilter', networkFilter),
  },
  memberships: {
    type: 'Membership',
    columns: {
      ...own('id'),
      ...cityIds('city'),
      ...idsOf('network'),
      networkName: 'network.name',
      ...own('role', 'startedOn', 'endedOn', 'datePrecision', 'current'),
      ...SOURCE,
    },
  },
  solutions: {
    type: 'Solution',
    columns: {
      ...own('id', 'slug', 'title', 'contentLocale', 'originalLocale', 'summary', 'sector', 'status', 'visibility'),
      ...own('publishedAt'),
      ...cityIds('city'),
      networkIds: 'networks[].id',
      networkSlugs: 'networks[].slug',
      links: 'links[]',
      adoptionCount: 'adoptions.totalCount',
      ...SOURCE,
    },
    filter: filteredBy('SolutionFilter', solutionFilter),
    where: (t, filter, viewer) => listedSolutions(filter, t, viewer),
  },
  adoptions: {
    type: 'Adoption',
    columns: {
      ...own('id'),
      ...idsOf('solution'),
      solutionTitle: 'solution.title',
      solutionSector: 'solution.sector',
      ...cityIds('city'),
      ...cityIds('learnedFrom'),
      ...own('kind', 'status', 'adoptedOn', 'datePrecision'),
      ...idsOf('via'),
      viaName: 'via.name',
      ...own('note', 'confirmed'),
      ...SOURCE,
    },
  },
  collaborations: {
    type: 'Collaboration',
    columns: {
      ...own('id', 'kind', 'title', 'startedOn', 'endedOn', 'datePrecision'),
      ...idsOf('network'),
      networkName: 'network.name',
      participantIds: 'participants[].id',
      participantSlugs: 'participants[].slug',
      partners: 'partners[]',
      ...SOURCE,
    },
    filter: filteredBy('CollaborationFilter', collaborationFilter),
  },
} satisfies Record<string, RecordTable>;

export type RecordTableName = keyof typeof recordTables;

/** The conditions that make a row part of a table. */
export const conditionsOf = (table: RecordTable, t: string, filter: object | undefined, viewer: Scope): Sql[] =>
  table.where?.(t, filter, viewer) ?? (filter && table.filter ? [table.filter.condition.sql(filter, t, viewer)] : []);
