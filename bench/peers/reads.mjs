import { createHash } from 'node:crypto';
import { decodeCursor, encodeCursor } from '../../dist/src/data/cursor.js';
import { pool } from './host.mjs';

// The statements of the servers whose loaders are written by hand (Mercurius; Yoga with Pothos): one for all parents of a field, a page
// for each of them, only the columns that the operations ask for, prepared once on a connection.

const names = new Map();

async function rows(text, values) {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('base64url').slice(0, 22)));
  return (await pool.query({ name, text, values })).rows;
}

const today = `(now() AT TIME ZONE 'UTC')::date`;
const isCurrent = `(m.started_on IS NULL OR m.started_on <= ${today})
  AND CASE WHEN m.ended_on IS NULL THEN m.ongoing IS DISTINCT FROM false ELSE ${today} < m.ended_on END`;
const publishedAt = `to_char(published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt"`;
const isShared = `status = 'PUBLISHED' AND visibility = 'PUBLIC'`;

/** A reader of rows by their ids, in the order of the ids; null for null. */
const byId = (columns, table) => async (ids) => {
  const found = await rows(`SELECT id, ${columns} FROM ${table} WHERE id = ANY ($1::integer[])`, [[...new Set(ids)]]);
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** A reader of the first rows that belong to each parent. */
const ofParents = (statement) => async (parents, first) => {
  const text = `SELECT parent.id AS parent, x.* FROM unnest($1::integer[]) parent(id) CROSS JOIN LATERAL (${statement} LIMIT $2) x`;
  const byParent = new Map(parents.map((parent) => [parent, []]));
  for (const row of await rows(text, [[...byParent.keys()], first])) byParent.get(row.parent).push(row);
  return parents.map((parent) => byParent.get(parent));
};

export const countries = byId('code, name', 'country');
export const cities = byId('slug, name, country_id AS "countryId"', 'city');
export const initiatives = byId('slug, name', 'initiative');

export const members =
  ofParents(`SELECT c.id, c.slug, c.name, c.population FROM membership m JOIN city c ON c.id = m.city_id
  WHERE m.network_id = parent.id AND ${isCurrent} ORDER BY m.city_population DESC, m.city_slug DESC`);
export const networksOfCity =
  ofParents(`SELECT n.id, n.slug, n.name FROM membership m JOIN network n ON n.id = m.network_id
  WHERE m.city_id = parent.id AND ${isCurrent} ORDER BY n.folded_name, n.slug`);
export const memberships =
  ofParents(`SELECT m.slug, m.role, m.started_on AS "startedOn", m.ended_on AS "endedOn" FROM membership m
  WHERE m.city_id = parent.id AND ${isCurrent} ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC`);
export const solutionsOfCity = ofParents(`SELECT id, slug, title, summary, sector, ${publishedAt} FROM solution
  WHERE city_id = parent.id AND ${isShared} ORDER BY coalesce(published_at, '-infinity') DESC, slug DESC`);
export const networksOfSolution = ofParents(`SELECT n.slug, n.name, n.initiative_id AS "initiativeId"
  FROM solution_network s JOIN network n ON n.id = s.network_id WHERE s.solution_id = parent.id
  ORDER BY n.folded_name, n.slug`);
export const adoptions =
  ofParents(`SELECT slug, kind, status, adopted_on AS "adoptedOn", city_id AS "cityId" FROM adoption
  WHERE solution_id = parent.id ORDER BY coalesce(adopted_on, '-infinity') DESC, slug DESC`);
export const collaborations = ofParents(`SELECT o.id, o.slug, o.kind, o.title, o.started_on AS "startedOn"
  FROM collaboration_participant p JOIN collaboration o ON o.id = p.collaboration_id WHERE p.city_id = parent.id
  ORDER BY p.started_on DESC, p.collaboration_slug DESC`);
export const participants =
  ofParents(`SELECT c.slug, c.name FROM collaboration_participant p JOIN city c ON c.id = p.city_id
  WHERE p.collaboration_id = parent.id ORDER BY c.folded_name, c.slug`);
export const peers =
  ofParents(`SELECT c.slug, c.name, strength::float8, collaboration_count AS "collaborationCount", last_on AS "lastOn"
  FROM peer JOIN city c ON c.id = peer.peer_id WHERE peer.city_id = parent.id
  ORDER BY peer.strength DESC, peer.peer_slug DESC`);

export async function city(slug) {
  const columns =
    'id, slug, name, region, population, latitude, longitude, wikidata_id AS "wikidataId", country_id AS "countryId"';
  return (await rows(`SELECT ${columns} FROM city WHERE slug = $1`, [slug]))[0] ?? null;
}

/** A page of a root list: keyset pagination, and one row more than the page holds. */
const pageOf = (order, columns, table, key, direction) => async (where, values, first, after) => {
  const position = after == null ? undefined : decodeCursor(after, order);
  const from = position
    ? `AND (${key}, slug) ${direction === 'ASC' ? '>' : '<'} ($${values.length + 2}, $${values.length + 3})`
    : '';
  const text = `SELECT ${columns}, (${key})::text AS key FROM ${table} WHERE ${where} ${from}
    ORDER BY ${key} ${direction}, slug ${direction} LIMIT $${values.length + 1}`;
  const found = await rows(text, [...values, first + 1, ...(position ? [position.value, position.slug] : [])]);
  const nodes = found.slice(0, first);
  const last = nodes.at(-1);
  const endCursor = last ? encodeCursor(order, { value: last.key, slug: last.slug }) : null;
  return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor } };
};

const networkPage = pageOf('MEMBER_COUNT DESC', 'id, slug, name, started_on AS "startedOn"', 'network', 'member_count', 'DESC'); // prettier-ignore
const cityPage = pageOf(
  'NAME ASC',
  `id, slug, name, region, population, latitude, longitude, wikidata_id AS "wikidataId", geonames_id AS "geonamesId", unlocode,
    country_id AS "countryId"`,
  'city',
  'folded_name',
  'ASC',
);
const solutionPage = pageOf(
  'PUBLISHED_AT DESC',
  `id, slug, sector, ${publishedAt}, city_id AS "cityId", title, summary, original_locale AS "originalLocale"`,
  'solution',
  `coalesce(published_at, '-infinity')`,
  'DESC',
);

export const networks = (first, after) => networkPage('true', [], first, after);
export const allCities = (first, after) => cityPage('true', [], first, after);
export const solutions = (sector, first, after) => solutionPage(`sector = $1 AND ${isShared}`, [sector], first, after);

/** Solutions' texts in a language: those of the translation, else the original ones. */
export async function translations(solutions, locale) {
  const text = `SELECT solution_id AS id, locale, title, summary FROM solution_translation
    WHERE solution_id = ANY ($1::integer[]) AND locale = $2`;
  const found = new Map((await rows(text, [solutions.map(({ id }) => id), locale])).map((row) => [row.id, row]));
  return solutions.map((own) => {
    const isOriginal = own.originalLocale === locale || !found.has(own.id);
    return isOriginal ? { ...own, locale: own.originalLocale } : found.get(own.id);
  });
}
