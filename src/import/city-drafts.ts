import { stagingTable } from '../package/resource';
import { countryName, OTHER_LANGUAGES } from './country-lookup';
import type { StagedResource, Staging } from './staging';

/** The table of cities that come without an id of ours. */
export const DRAFTS = 'city_draft';

/**
 * Their columns: the number of each, the graph's name for it, the id's beginning, the country's code or what stands for
 * it.
 */
export const draftColumns = [
  'line',
  'node',
  'base',
  'name',
  'country',
  'population',
  'latitude',
  'longitude',
  'wikidata',
  'geonames',
];

export async function createDrafts({ client }: Staging): Promise<void> {
  const columns = draftColumns.slice(1).map((column) => `${column} text COLLATE "C"`);
  await client.query(
    `CREATE TEMP TABLE ${DRAFTS} (line integer, ${columns.join(', ')}, id text COLLATE "C") ON COMMIT DROP`,
  );
}

/**
 * Gives drafts their ids. A city that is there keeps its own. The others take their name where it is free, the most
 * populous first; then the name with the country's code; then the name with the identifier in the other register.
 */
export async function identifyDrafts({ client }: Staging): Promise<void> {
  await client.query(`ANALYZE ${DRAFTS}`);
  await client.query(`
    WITH named AS (
      SELECT d.line, coalesce(w.slug, g.slug) AS known, coalesce(nullif(d.base, ''), 'city') AS first, d.country,
        lower(coalesce(d.wikidata, d.geonames)) AS register,
        CASE WHEN d.population ~ '^[0-9]{1,18}$' THEN d.population::bigint END AS population
      FROM ${DRAFTS} d LEFT JOIN city w ON w.wikidata_id = d.wikidata LEFT JOIN city g ON g.geonames_id = d.geonames
    ), new AS (
      SELECT *, first || '-' || lower(country) AS second FROM named WHERE known IS NULL
    ), first AS (
      SELECT *, row_number() OVER (PARTITION BY first ORDER BY population DESC NULLS LAST, line) = 1
        AND NOT EXISTS (${taken('new.first')}) AS is_first
      FROM new
    ), second AS (
      SELECT *, row_number() OVER (PARTITION BY second ORDER BY population DESC NULLS LAST, line) = 1
        AND NOT EXISTS (${taken('first.second')})
        AND NOT EXISTS (SELECT FROM first o WHERE o.is_first AND o.first = first.second) AS is_second
      FROM first WHERE NOT is_first
    ), chosen AS (
      SELECT line, known AS id FROM named WHERE known IS NOT NULL
      UNION ALL SELECT line, first FROM first WHERE is_first
      UNION ALL SELECT line, CASE WHEN is_second THEN second ELSE first || '-' || register END FROM second
    )
    UPDATE ${DRAFTS} d SET id = chosen.id FROM chosen WHERE chosen.line = d.line`);
}

/** SQL of the cities that have an id, or had it. */
const taken = (id: string): string => `SELECT FROM city c WHERE c.slug = ${id}
  UNION ALL SELECT FROM city_former_key f WHERE f.scheme = 'SLUG' AND f.value = ${id}`;

/** Fills staged cities from the drafts, and stages the countries that the database lacks. */
export async function stageDrafts(staging: Staging, cities: StagedResource, source: string): Promise<void> {
  await stageCountries(staging, cities.findings.file);
  cities.present = ['id', 'name', 'country', 'population', 'latitude', 'longitude', 'wikidata', 'geonames', 'source'];
  await staging.client.query(
    `INSERT INTO ${stagingTable.cells('cities')} (line, ${cities.present.join(', ')})
     SELECT d.line, d.id, coalesce(d.name, t.name), coalesce(c.code, d.country), d.population, d.latitude, d.longitude,
       d.wikidata, d.geonames, $1
     FROM ${DRAFTS} d LEFT JOIN city t ON t.slug = d.id LEFT JOIN country c ON c.id = t.country_id ORDER BY d.line`,
    [source],
  );
}

async function stageCountries(staging: Staging, file: string): Promise<void> {
  const { rows } = await staging.client.query<{ code: string }>(`
    SELECT DISTINCT d.country AS code FROM ${DRAFTS} d
    WHERE d.country IS NOT NULL AND NOT EXISTS (SELECT FROM country c WHERE c.code = d.country) ORDER BY code`);
  const codes = rows.map(({ code }) => code).filter((code) => countryName(code) !== undefined);
  const countries = await staging.add('countries', file, 'fill');
  countries.present = ['code', 'name'];
  await staging.copy(countries, codes.map((code, i) => [i + 1, code, countryName(code)])); // prettier-ignore
  const names = await staging.add('country-names', file, 'fill');
  names.present = ['country', 'locale', 'name'];
  const cells = codes.flatMap((code) =>
    OTHER_LANGUAGES.map((language) => [code, language, countryName(code, language)]),
  );
  await staging.copy(names, cells.map((row, i) => [i + 1, ...row])); // prettier-ignore
}
