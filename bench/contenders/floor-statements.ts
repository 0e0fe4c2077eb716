import { decodeCursor } from '../../src/data/cursor';
import { fromGlobalId } from '../../src/graphql/global-id';

type Values = (variables: Record<string, string | null>) => (string | null)[];

/** SQL of a global id, and of a cursor: base64url of what they are made of. */
const base64url = (text: string): string => `translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
const id = (type: string, slug: string): string => base64url(`'${type}:' || ${slug}`);
const cursor = (order: string, value: string, slug: string): string =>
  base64url(`'[1,"${order}",' || to_json((${value})::text) || ',"' || ${slug} || '"]'`);

/** The position behind which a page begins; at the list's beginning one that is ahead of every row. */
const position = (order: string, after: string | null | undefined, first: [string, string]): string[] => {
  if (after == null) return first;
  const { value, slug } = decodeCursor(after, order);
  return [value, slug];
};

const list = (item: string, order: string): string => `coalesce(json_agg(${item} ORDER BY ${order}), '[]'::json)`;
const answer = (data: string): string => `json_build_object('data', json_build_object(${data}))::text`;

/** Who is a member today. */
const CURRENT = `(m.started_on IS NULL OR m.started_on <= (now() AT TIME ZONE 'UTC')::date)
  AND CASE WHEN m.ended_on IS NULL THEN m.ongoing IS DISTINCT FROM false ELSE (now() AT TIME ZONE 'UTC')::date < m.ended_on END`;
const SHARED = `status = 'PUBLISHED' AND visibility = 'PUBLIC'`;
const PUBLISHED_AT = `to_char(published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const LOCATION = `CASE WHEN c.latitude IS NOT NULL THEN json_build_object('latitude', c.latitude, 'longitude', c.longitude) END`;

/** Rows are numbered in their page; one more than the page holds tells whether there is a next one. */
const pageInfo = (size: number, endCursor: string): string => `json_build_object(
  'hasNextPage', count(*) > ${size}, 'endCursor', max(${endCursor}) FILTER (WHERE n = least(${size}, total)))`;

const dashboard = `
WITH page AS (
  SELECT id, name, slug, started_on, member_count, n, count(*) OVER () AS total FROM (
    SELECT id, name, slug, started_on, member_count, row_number() OVER (ORDER BY member_count DESC, slug DESC) AS n
    FROM network WHERE (member_count, slug) < ($1::integer, $2::text)
    ORDER BY member_count DESC, slug DESC LIMIT 21) numbered
)
SELECT ${answer(`'networks', json_build_object(
  'nodes', (SELECT ${list(
    `json_build_object('id', ${id('Network', 'page.slug')}, 'name', page.name, 'startedOn', page.started_on,
      'members', json_build_object('nodes', members.nodes))`,
    'n',
  )} FROM page CROSS JOIN LATERAL (
    SELECT ${list(
      `json_build_object('id', ${id('City', 'c.slug')}, 'name', c.name, 'population', c.population,
        'solutions', json_build_object('nodes', solutions.nodes))`,
      'coalesce(c.population, -1) DESC, c.slug DESC',
    )} AS nodes FROM (
      SELECT c.id, c.slug, c.name, c.population FROM membership m JOIN city c ON c.id = m.city_id
      WHERE m.network_id = page.id AND ${CURRENT}
      ORDER BY m.city_population DESC, m.city_slug DESC LIMIT 10
    ) c CROSS JOIN LATERAL (
      SELECT ${list(
        `json_build_object('id', ${id('Solution', 's.slug')}, 'title', s.title, 'sector', s.sector,
          'publishedAt', ${PUBLISHED_AT})`,
        'published_at DESC, slug DESC',
      )} AS nodes FROM (
        SELECT slug, title, sector, published_at FROM solution WHERE city_id = c.id AND ${SHARED}
        ORDER BY coalesce(published_at, '-infinity') DESC, slug DESC LIMIT 3) s
    ) solutions
  ) members WHERE n <= 20),
  'pageInfo', (SELECT ${pageInfo(20, cursor('MEMBER_COUNT DESC', 'member_count', 'slug'))} FROM page))`)}`;

const cityProfile = `
SELECT ${answer(`'city', (SELECT json_build_object(
  'id', ${id('City', 'c.slug')}, 'name', c.name, 'population', c.population, 'region', c.region, 'location', ${LOCATION},
  'country', (SELECT json_build_object('code', o.code, 'name', o.name) FROM country o WHERE o.id = c.country_id),
  'networks', json_build_object('nodes', (SELECT ${list(
    `json_build_object('id', ${id('Network', 'n.slug')}, 'name', n.name)`,
    'folded, slug',
  )} FROM (SELECT n.slug, n.name, n.folded_name AS folded
      FROM membership m JOIN network n ON n.id = m.network_id WHERE m.city_id = c.id AND ${CURRENT}
      ORDER BY folded, slug LIMIT 10) n)),
  'memberships', json_build_object('nodes', (SELECT ${list(
    `json_build_object('id', ${id('Membership', 'm.slug')}, 'role', m.role, 'startedOn', m.started_on, 'endedOn', m.ended_on)`,
    `coalesce(m.started_on, '-infinity') DESC, m.slug DESC`,
  )} FROM (SELECT m.slug, m.role, m.started_on, m.ended_on FROM membership m WHERE m.city_id = c.id AND ${CURRENT}
      ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT 10) m)),
  'solutions', json_build_object('nodes', (SELECT ${list(
    `json_build_object('id', ${id('Solution', 's.slug')}, 'title', s.title, 'summary', s.summary, 'sector', s.sector,
      'publishedAt', ${PUBLISHED_AT}, 'adoptions', json_build_object('nodes', adoptions.nodes))`,
    'published_at DESC, s.slug DESC',
  )} FROM (SELECT id, slug, title, summary, sector, published_at FROM solution WHERE city_id = c.id AND ${SHARED}
      ORDER BY coalesce(published_at, '-infinity') DESC, slug DESC LIMIT 5) s
    CROSS JOIN LATERAL (SELECT ${list(
      `json_build_object('id', ${id('Adoption', 'a.slug')}, 'kind', a.kind, 'status', a.status, 'adoptedOn', a.adopted_on,
        'city', json_build_object('id', ${id('City', 'ac.slug')}, 'name', ac.name))`,
      `coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC`,
    )} AS nodes FROM (SELECT a.slug, a.kind, a.status, a.adopted_on, a.city_id FROM adoption a WHERE a.solution_id = s.id
        ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT 3) a
      JOIN city ac ON ac.id = a.city_id) adoptions)),
  'collaborations', json_build_object('nodes', (SELECT ${list(
    `json_build_object('id', ${id('Collaboration', 'o.slug')}, 'kind', o.kind, 'title', o.title, 'startedOn', o.started_on,
      'participants', json_build_object('nodes', participants.nodes))`,
    `coalesce(o.started_on, '-infinity') DESC, o.slug DESC`,
  )} FROM (SELECT o.id, o.slug, o.kind, o.title, o.started_on
      FROM collaboration_participant p JOIN collaboration o ON o.id = p.collaboration_id WHERE p.city_id = c.id
      ORDER BY p.started_on DESC, p.collaboration_slug DESC LIMIT 10) o
    CROSS JOIN LATERAL (SELECT ${list(
      `json_build_object('id', ${id('City', 'pc.slug')}, 'name', pc.name)`,
      'folded, pc.slug',
    )} AS nodes FROM (SELECT pc.slug, pc.name, pc.folded_name AS folded
        FROM collaboration_participant p JOIN city pc ON pc.id = p.city_id WHERE p.collaboration_id = o.id
        ORDER BY folded, pc.slug LIMIT 5) pc) participants)),
  'peers', json_build_object('edges', (SELECT ${list(
    `json_build_object('strength', strength::float8, 'collaborationCount', collaborations, 'lastOn', last_on,
      'node', json_build_object('id', ${id('City', 'slug')}, 'name', name))`,
    'strength DESC, slug DESC',
  )} FROM (SELECT pc.slug, pc.name, strength, collaboration_count AS collaborations, last_on
      FROM peer JOIN city pc ON pc.id = peer.peer_id
      WHERE peer.city_id = c.id ORDER BY strength DESC, peer_slug DESC LIMIT 10) top)))
  FROM city c WHERE c.slug = $1)`)}`;

const feed = `
WITH page AS (
  SELECT *, count(*) OVER () AS total FROM (
    SELECT s.*, row_number() OVER (ORDER BY published_at DESC, slug DESC) AS n FROM (
      SELECT id, slug, title, summary, original_locale, sector, published_at, city_id FROM solution
      WHERE sector = $1 AND ${SHARED} AND (coalesce(published_at, '-infinity'), slug) < ($2::timestamptz, $3::text)
      ORDER BY coalesce(published_at, '-infinity') DESC, slug DESC LIMIT 51) s) numbered
)
SELECT ${answer(`'solutions', json_build_object(
  'nodes', (SELECT ${list(
    `json_build_object('id', ${id('Solution', 's.slug')}, 'title', coalesce(t.title, s.title),
      'summary', coalesce(t.summary, s.summary), 'contentLocale', coalesce(t.locale, s.original_locale), 'sector', s.sector,
      'publishedAt', ${PUBLISHED_AT},
      'city', json_build_object('id', ${id('City', 'c.slug')}, 'name', c.name,
        'country', json_build_object('code', o.code, 'name', o.name)),
      'networks', json_build_object('nodes', networks.nodes))`,
    's.n',
  )} FROM page s JOIN city c ON c.id = s.city_id JOIN country o ON o.id = c.country_id
    LEFT JOIN solution_translation t ON t.solution_id = s.id AND t.locale = 'es' AND s.original_locale <> 'es'
    CROSS JOIN LATERAL (SELECT ${list(
      `json_build_object('id', ${id('Network', 'n.slug')}, 'name', n.name, 'initiative',
        CASE WHEN i.id IS NOT NULL THEN json_build_object('id', ${id('Initiative', 'i.slug')}, 'name', i.name) END)`,
      'folded, n.slug',
    )} AS nodes FROM (SELECT n.slug, n.name, n.initiative_id, n.folded_name AS folded
        FROM solution_network sn JOIN network n ON n.id = sn.network_id WHERE sn.solution_id = s.id
        ORDER BY folded, n.slug LIMIT 3) n LEFT JOIN initiative i ON i.id = n.initiative_id) networks
    WHERE s.n <= 50),
  'pageInfo', (SELECT ${pageInfo(50, cursor('PUBLISHED_AT DESC', 'published_at', 'slug'))} FROM page))`)}`;

const cityById = `
SELECT ${answer(`'city', (SELECT json_build_object('id', $1::text, 'slug', c.slug, 'name', c.name, 'region', c.region,
  'population', c.population, 'wikidataId', c.wikidata_id, 'location', ${LOCATION}) FROM city c WHERE c.slug = $2)`)}`;

const wide = `
WITH page AS (
  SELECT *, count(*) OVER () AS total FROM (
    SELECT c.*, row_number() OVER (ORDER BY folded, slug) AS n FROM (
      SELECT id, slug, name, region, population, wikidata_id, geonames_id, unlocode, latitude, longitude, country_id,
        folded_name AS folded
      FROM city WHERE (folded_name, slug) > ($1::text, $2::text)
      ORDER BY folded_name, slug LIMIT 101) c) numbered
)
SELECT ${answer(`'cities', json_build_object(
  'nodes', (SELECT ${list(
    `json_build_object('id', ${id('City', 'c.slug')}, 'slug', c.slug, 'name', c.name, 'region', c.region,
      'population', c.population, 'wikidataId', c.wikidata_id, 'geonamesId', c.geonames_id, 'unlocode', c.unlocode,
      'location', ${LOCATION}, 'country', json_build_object('code', o.code, 'name', o.name))`,
    'c.n',
  )} FROM page c JOIN country o ON o.id = c.country_id WHERE c.n <= 100),
  'pageInfo', (SELECT ${pageInfo(100, cursor('NAME ASC', 'folded', 'slug'))} FROM page))`)}`;

const MAX_INTEGER = '2147483647';

/** By the name of the operation: the statement, and its parameters from the operation's variables. */
export const statements = {
  Dashboard: {
    text: dashboard,
    values: ({ after }) => position('MEMBER_COUNT DESC', after, [MAX_INTEGER, '']),
  },
  CityProfile: { text: cityProfile, values: ({ slug }) => [slug!] },
  Feed: {
    text: feed,
    values: ({ sector, after }) => [sector!, ...position('PUBLISHED_AT DESC', after, ['infinity', ''])],
  },
  CityById: { text: cityById, values: (variables) => [variables['id']!, fromGlobalId(variables['id']!, 'City').slug] },
  Wide: { text: wide, values: ({ after }) => position('NAME ASC', after, ['', '']) },
} satisfies Record<string, { text: string; values: Values }>;
