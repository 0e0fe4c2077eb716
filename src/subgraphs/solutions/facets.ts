import DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Connection } from '../../data/connection';
import { translatedColumn } from '../../data/locale';
import { regionLabel, sectorLabel } from './labels';
import { type SolutionFacet } from './enums';
import type { FacetCount } from './solution';

interface Dimension {
  /** Tables beside that of the solutions, as `s`. */
  join: string;
  value: string;
  /** SQL of the label, or what the value is called. */
  label: (locales: readonly string[]) => Sql;
  text?: (value: string, locales: readonly string[]) => string;
}

const city = 'JOIN city fc ON fc.id = s.city_id';
const network = 'JOIN solution_network fs ON fs.solution_id = s.id JOIN network fn ON fn.id = fs.network_id';
const original = { column: 'original_locale' };

const dimensions: Record<SolutionFacet, Dimension> = {
  SECTOR: { join: '', value: 's.sector', label: () => raw('s.sector'), text: sectorLabel },
  REGION: { join: city, value: 'fc.region', label: () => raw('fc.region'), text: regionLabel },
  COUNTRY: {
    join: `${city} JOIN country fo ON fo.id = fc.country_id`,
    value: 'fo.code',
    label: (locales) =>
      translatedColumn(
        'fo',
        'name',
        { table: 'country_name', owner: 'country_id', original: { locale: 'en' } },
        locales,
      ),
  },
  NETWORK: {
    join: network,
    value: 'fn.slug',
    label: (locales) =>
      translatedColumn('fn', 'name', { table: 'network_translation', owner: 'network_id', original }, locales),
  },
  INITIATIVE: {
    join: `${network} JOIN initiative fi ON fi.id = fn.initiative_id`,
    value: 'fi.slug',
    label: (locales) =>
      translatedColumn('fi', 'name', { table: 'initiative_translation', owner: 'initiative_id', original }, locales),
  },
  YEAR: {
    join: '',
    value: "to_char(coalesce(s.started_on, s.published_at::date), 'YYYY')",
    label: () => raw("to_char(coalesce(s.started_on, s.published_at::date), 'YYYY')"),
  },
};

const loaders = new WeakMap<object, Map<readonly FieldNode[], DataLoader<number, FacetCount[]>>>();

/** How many solutions of a list have each value, most first: one statement for all lists that a field was asked of. */
export function facetsOf(
  connection: Connection,
  by: SolutionFacet,
  field: readonly FieldNode[],
  locales: readonly string[],
): Promise<FacetCount[]> {
  const { plan, parent } = connection;
  const ofPlan = loaders.get(plan) ?? new Map<readonly FieldNode[], DataLoader<number, FacetCount[]>>();
  loaders.set(plan, ofPlan);
  let loader = ofPlan.get(field);
  if (!loader) ofPlan.set(field, (loader = new DataLoader((parents) => countFacets(connection, parents, by, locales))));
  return loader.load(parent);
}

async function countFacets(
  { plan }: Connection,
  parents: readonly number[],
  by: SolutionFacet,
  locales: readonly string[],
): Promise<FacetCount[][]> {
  const { join, value, label, text } = dimensions[by];
  const statement = plan.statement(
    parents,
    (from, where) => sql`SELECT value, min(label), count(*) FROM (
        SELECT DISTINCT s.id, ${raw(value)} AS value, ${label(locales)} AS label FROM ${from} ${raw(join)} WHERE ${where}) counted
      WHERE value IS NOT NULL GROUP BY value ORDER BY 3 DESC, 1`,
  );
  return (await plan.rowsByParent(parents, statement)).map((rows) =>
    rows.map(([, found, called, count]) => ({
      value: found as string,
      label: text ? text(found as string, locales) : (called as string),
      count: count as number,
    })),
  );
}
