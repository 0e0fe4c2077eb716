import sql, { join, raw, type Sql } from 'sql-template-tag';
import { EntityReads } from '../../data/entity-reads';
import { TRUE } from '../../data/filter';
import type { Translated } from '../../data/locale';
import type { Order } from '../../data/page';
import type { Scope } from '../../data/scope';
import { cityReads } from '../cities';
import { Action } from './action';
import { Adoption } from './adoption';
import { Solution } from './solution';

const translated = (table: string): Translated => ({
  table: `${table}_translation`,
  owner: `${table}_id`,
  original: { column: 'original_locale' },
});

/** SQL of a moment as the API prints it. */
export const printedMoment = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Whether a viewer may see a solution. Everybody sees what is public; its city sees all of its own; cities that are members today of
 * one of its networks, and the managers of these, see what is shared among members. Drafts are for their city alone.
 */
export function isVisible(t: string, { isAdmin, cityId, networkIds }: Scope): Sql {
  if (isAdmin) return TRUE;
  const ways = [raw(`${t}.visibility = 'PUBLIC' AND ${t}.status <> 'DRAFT'`)];
  const sharedIn = (networks: Sql): Sql =>
    sql`${raw(t)}.status <> 'DRAFT' AND EXISTS (SELECT FROM solution_network ${raw(`vn_${t}`)}
      WHERE ${raw(`vn_${t}.solution_id = ${t}.id AND vn_${t}.network_id`)} = ANY (${networks}))`;
  if (cityId !== null)
    ways.push(
      sql`${raw(t)}.city_id = ${cityId}::integer`,
      sharedIn(sql`ARRAY(SELECT vm.network_id FROM membership vm WHERE vm.city_id = ${cityId}::integer
        AND is_valid_on(vm.started_on, vm.ended_on, vm.ongoing, utc_today()))`),
    );
  if (networkIds.length > 0) ways.push(sharedIn(sql`${networkIds}::integer[]`));
  return ways.length === 1 ? ways[0]! : sql`(${join(ways.map((way) => sql`(${way})`), ' OR ')})`; // prettier-ignore
}

/** FROM and WHERE of the solutions, as `s_…`, that a city with this alias has published and that the viewer may see. */
export const visiblePublishedSolutions = (t: string, viewer: Scope): Sql =>
  sql`${raw(`solution s_${t} WHERE s_${t}.city_id = ${t}.id AND s_${t}.status = 'PUBLISHED'`)}
    AND ${isVisible(`s_${t}`, viewer)}`;

export const solutionReads = new EntityReads(Solution, {
  table: 'solution',
  fields: {
    title: translated('solution'),
    summary: translated('solution'),
    body: translated('solution'),
    contentLocale: translated('solution'),
    city: ['cityId'],
    source: ['sourceId'],
  },
  columns: {
    publishedAt: (t) => printedMoment(`${t}.published_at`),
    // A package that is imported may publish again what was withdrawn.
    withdrawnAt: (t) => `CASE WHEN ${t}.status = 'WITHDRAWN' THEN ${printedMoment(`${t}.withdrawn_at`)} END`,
    withdrawnReason: (t) => `CASE WHEN ${t}.status = 'WITHDRAWN' THEN ${t}.withdrawn_reason END`,
  },
  visible: isVisible,
});

export const adoptionReads = new EntityReads(Adoption, {
  table: 'adoption',
  fields: {
    solution: ['solutionId'],
    city: { join: () => cityReads, key: 'cityId' },
    learnedFrom: { join: () => cityReads, key: 'learnedFromId' },
    via: ['viaId'],
    source: ['sourceId'],
  },
  columns: { confirmedAt: (t) => `CASE WHEN ${t}.confirmed THEN ${printedMoment(`${t}.confirmed_at`)} END` },
  visible: (t, viewer) =>
    viewer.isAdmin
      ? TRUE
      : sql`EXISTS (SELECT FROM ${raw(`solution v_${t} WHERE v_${t}.id = ${t}.solution_id`)}
          AND ${isVisible(`v_${t}`, viewer)})`,
});

export const actionReads = new EntityReads(Action, {
  table: 'action',
  fields: {
    title: translated('action'),
    contentLocale: translated('action'),
    city: ['cityId'],
    revisionOf: ['revisionOfId'],
    source: ['sourceId'],
  },
});

export const solutionOrders = (t: string): Record<string, Order> => ({
  PUBLISHED_AT: { key: `coalesce(${t}.published_at, '-infinity')`, type: 'timestamptz', natural: 'DESC' },
  TITLE: { key: `fold(${t}.title) COLLATE "C"`, type: 'text', natural: 'ASC' },
  ADOPTION_COUNT: { key: `${t}.adoption_count`, type: 'integer', natural: 'DESC' },
});
