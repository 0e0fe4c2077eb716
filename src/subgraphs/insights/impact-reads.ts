import sql, { join, raw, type Sql } from 'sql-template-tag';
import { allOf, TRUE } from '../../data/filter';
import type { Reader } from '../../data/reader';
import { translatedColumn } from '../../data/locale';
import type { CityReports } from '../../insights/impact';
import { actionFilter, type ActionFilter } from '../solutions';
import { NAMES } from './suggestion-reads';
import type { ImpactDimension } from './impact-types';

/** One group of a dimension that actions belong to. */
export interface GroupOf {
  by: ImpactDimension;
  value: string;
}

/** What a city has reported within a group, by kinds of influence too. */
export interface GroupedReports extends CityReports {
  value: string;
  label: string;
  /** NEW, BETTER, FASTER. */
  byInfluence: readonly [number, number, number];
}

/** How actions, as `t` of cities `c`, are grouped. */
interface Grouping {
  /** What is joined for it. */
  join: Sql;
  value: Sql;
  label: (locales: readonly string[]) => Sql;
  /** What must hold, beside what the report says, for an influence to be one within the group. */
  influence: Sql;
}

const NOTHING = raw('');

const column = (value: string, from: Sql = NOTHING): Grouping => ({
  join: from,
  value: raw(value),
  label: () => raw(value),
  influence: TRUE,
});

const groupings: Record<ImpactDimension, Grouping> = {
  SECTOR: column('t.sector'),
  REGION: column('c.region'),
  YEAR: column('extract(year FROM t.reported_on)::text'),
  NETWORK: {
    join: sql`JOIN membership m ON m.city_id = t.city_id
        AND is_valid_on(m.started_on, m.ended_on, m.ongoing, t.reported_on)
      JOIN network g ON g.id = m.network_id`,
    value: raw('g.slug'),
    label: (locales) => translatedColumn('g', 'name', NAMES.network, locales),
    influence: raw('EXISTS (SELECT FROM action_network an WHERE an.action_id = t.id AND an.network_id = g.id)'),
  },
};

const whole: Grouping = column(`''`);

/** An action is all reports that revise one another; it counts by its latest one in the window of time. */
const latest = (filter: ActionFilter | null, reader: Reader): Sql => sql`WITH RECURSIVE report AS (
    SELECT a.id, a.id AS first FROM action a WHERE a.revision_of_id IS NULL
    UNION ALL SELECT a.id, r.first FROM report r JOIN action a ON a.revision_of_id = r.id
  ), latest AS (
    SELECT DISTINCT ON (r.first) a.* FROM report r JOIN action a ON a.id = r.id
    WHERE ${actionFilter.sql({ reportedOn: filter?.reportedOn }, 'a', reader.viewer)}
    ORDER BY r.first, a.reported_on DESC, a.slug DESC
  )`;

/**
 * What cities have reported, a row for each city and group.
 * @param groups Those that it is about: of other dimensions than `by`, each of another one.
 * @param by What it is parted by; null for one group of all.
 */
export async function readReports(
  filter: ActionFilter | null,
  groups: readonly GroupOf[],
  by: ImpactDimension | null,
  reader: Reader,
): Promise<GroupedReports[]> {
  const { reportedOn: _, ...rest } = filter ?? {};
  const parted = by === null ? whole : groupings[by];
  const within = groups.map((group) => ({ ...groupings[group.by], group }));
  const isInfluenced = sql`cardinality(t.influences) > 0 AND ${allOf([parted, ...within].map(({ influence }) => influence))}`;
  const kinds = ['NEW', 'BETTER', 'FASTER'].map(
    (kind) => sql`count(*) FILTER (WHERE ${isInfluenced} AND ${kind}::text = ANY (t.influences))`,
  );
  const chosen = within.map(({ value, group }) => sql`${value} = ${group.value}::text`);
  const rows = await reader.rows(sql`${latest(filter, reader)}
    SELECT ${parted.value}, min(${parted.label(reader.locales)}), count(*), count(t.influences),
      count(*) FILTER (WHERE ${isInfluenced}), ${join(kinds)}
    FROM latest t JOIN city c ON c.id = t.city_id ${join(
      [parted, ...within].map((grouping) => grouping.join),
      ' ',
    )}
    WHERE ${allOf([sql`${parted.value} IS NOT NULL`, actionFilter.sql(rest, 't', reader.viewer), ...chosen])}
    GROUP BY 1, t.city_id ORDER BY 1`);
  return rows.map(([value, label, actionCount, answeredCount, influencedCount, ...byInfluence]) => ({
    value: value as string,
    label: label as string,
    actionCount: actionCount as number,
    answeredCount: answeredCount as number,
    influencedCount: influencedCount as number,
    byInfluence: byInfluence as unknown as [number, number, number],
  }));
}
