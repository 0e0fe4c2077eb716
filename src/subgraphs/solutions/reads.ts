import { raw, type Sql } from 'sql-template-tag';
import { EntityReads } from '../../data/entity-reads';
import type { Translated } from '../../data/locale';
import type { Order } from '../../data/page';
import { cityReads } from '../cities';
import { Action } from './action';
import { Adoption } from './adoption';
import { Solution } from './solution';

const translated = (table: string): Translated => ({
  table: `${table}_translation`,
  owner: `${table}_id`,
  original: { column: 'original_locale' },
});

/** Whether a solution may be seen: drafts and what is shared among members need a viewer who is signed in. */
export const isVisible = (t: string): Sql => raw(`${t}.visibility = 'PUBLIC' AND ${t}.status <> 'DRAFT'`);

/** FROM and WHERE of the solutions, as `s_…`, that a city with this alias has published. */
export const visiblePublishedSolutions = (t: string): Sql =>
  raw(
    `solution s_${t} WHERE s_${t}.city_id = ${t}.id AND s_${t}.status = 'PUBLISHED' AND s_${t}.visibility = 'PUBLIC'`,
  );

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
    publishedAt: (t) => `to_char(${t}.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
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
  visible: (t) =>
    raw(`EXISTS (SELECT FROM solution v_${t} WHERE v_${t}.id = ${t}.solution_id AND ${isVisible(`v_${t}`).sql})`),
});

export const actionReads = new EntityReads(Action, {
  table: 'action',
  fields: { title: translated('action'), city: ['cityId'], revisionOf: ['revisionOfId'], source: ['sourceId'] },
});

export const solutionOrders = (t: string): Record<string, Order> => ({
  PUBLISHED_AT: { key: `coalesce(${t}.published_at, '-infinity')`, type: 'timestamptz', natural: 'DESC' },
  TITLE: { key: `fold(${t}.title) COLLATE "C"`, type: 'text', natural: 'ASC' },
  ADOPTION_COUNT: { key: `${t}.adoption_count`, type: 'integer', natural: 'DESC' },
});
