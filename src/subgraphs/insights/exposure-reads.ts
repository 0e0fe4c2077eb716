import sql, { type Sql } from 'sql-template-tag';
import { allOf } from '../../data/filter';
import type { Reader } from '../../data/reader';
import type { AdoptionHistory, SpreadOfSolution } from '../../insights/exposure';
import { isVisible, type SolutionFilter, solutionFilter } from '../solutions';

// After all days that there are.
const FOREVER = 2_147_483_647;

const MEMBERSHIPS = sql`SELECT m.city_id, m.network_id, m.started_on - date '1970-01-01',
    coalesce(m.ended_on - date '1970-01-01', ${FOREVER}::integer)
  FROM membership m WHERE m.started_on IS NOT NULL ORDER BY m.id`;

const UNDATED_MEMBERSHIPS = sql`SELECT count(*) FROM membership m WHERE m.started_on IS NULL`;

/** The solutions that are looked at, as `s`, each with what its adoptions say. */
const solutions = (filter: SolutionFilter | null, { viewer }: Reader): Sql => sql`
  SELECT s.city_id, s.started_on, s.published_at::date, a.cities, a.years FROM solution s LEFT JOIN LATERAL (
    SELECT array_agg(a.city_id ORDER BY a.id) AS cities,
      array_agg(extract(year FROM a.adopted_on)::integer ORDER BY a.id) AS years
    FROM adoption a WHERE a.solution_id = s.id AND a.status <> 'CONSIDERING' AND a.city_id <> s.city_id
  ) a ON true
  WHERE ${allOf([sql`s.status <> 'DRAFT'`, isVisible('s', viewer), ...(filter ? [solutionFilter.sql(filter, 's', viewer)] : [])])}
  ORDER BY s.slug`;

/** What there is to learn from. */
export async function readHistory(filter: SolutionFilter | null, reader: Reader): Promise<AdoptionHistory> {
  const [memberships, [undatedMemberships], rows] = await Promise.all([
    reader.rows(MEMBERSHIPS),
    reader.rows(UNDATED_MEMBERSHIPS),
    reader.rows(solutions(filter, reader)),
  ]);
  const spreads = rows.map(([origin, startedOn, publishedOn, cities, years]) =>
    spreadOf(origin as number, [startedOn, publishedOn] as (string | null)[], {
      cities: (cities as number[] | null) ?? [],
      years: (years as (number | null)[] | null) ?? [],
    }),
  );
  const dated = spreads.filter(({ firstYear }) => Number.isFinite(firstYear));
  const years = dated.flatMap(({ adoptions }) => adoptions.map(({ year }) => year));
  const undatedAdoptions = dated.reduce((sum, { undated }) => sum + undated.length, 0);
  return {
    memberships: (memberships as (readonly [number, number, number, number])[]).map(([city, network, from, until]) => ({
      city,
      network,
      from,
      until,
    })),
    solutions: dated,
    lastYear: years.reduce((last, year) => Math.max(last, year), 0),
    undatedCount: (undatedMemberships![0] as number) + undatedAdoptions + spreads.length - dated.length,
  };
}

/** @param dates Of the solution's own record. */
function spreadOf(
  origin: number,
  dates: readonly (string | null)[],
  { cities, years }: { cities: readonly number[]; years: readonly (number | null)[] },
): SpreadOfSolution {
  const adoptions = cities.flatMap((city, i) => (years[i] == null ? [] : [{ city, year: years[i] }]));
  const own = dates.filter((date) => date !== null).map((date) => Number(date.slice(0, 4)));
  return {
    origin,
    firstYear: Math.min(...own, ...adoptions.map(({ year }) => year)),
    adoptions,
    undated: cities.filter((_, i) => years[i] == null),
  };
}
