import type { World } from './world';

/**
 * Adds many rows to a world: cities, networks, memberships, solutions with adoptions, collaborations; `size` of each
 * kind, and
 * some more where they belong to others. Sort keys repeat and dates are missing, as in real data. Names and slugs
 * begin with `name`.
 */
export async function addCrowd(world: World, size: number, name = 'crowd'): Promise<void> {
  const client = await world.database.pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of STATEMENTS) await client.query(statement, [size, name]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    client.release();
  }
}

/** The n-th row of the crowd in a table, round and round. */
const nth = (table: string, n: string): string =>
  `(SELECT id FROM ${table} WHERE slug = $2::text || '-' || ((${n} - 1) % $1::int + 1))`;

const STATEMENTS = [
  `INSERT INTO city (slug, name, country_id, region, population, latitude, longitude)
   SELECT $2::text || '-' || i, $2::text || ' ' || i / 4, (SELECT id FROM country WHERE code = 'KE'), 'AFRICA',
     nullif(i % 7, 0),
     i % 180 - 90, i % 360 - 180 FROM generate_series(1, $1::int) i`,
  `INSERT INTO network (slug, name, original_locale, initiative_id, started_on)
   SELECT $2::text || '-' || i, $2::text || ' ' || i / 4, 'en', (SELECT id FROM initiative WHERE slug = 'energy'),
     CASE WHEN i % 3 > 0 THEN date '2000-01-01' + i % 5 END FROM generate_series(1, $1::int) i`,
  // The constraint against overlaps is deferrable, and so takes no ON CONFLICT.
  `INSERT INTO membership (slug, city_id, network_id, role, started_on, ongoing)
   SELECT DISTINCT ON (city_id, network_id) slug, city_id, network_id, 'MEMBER', started_on, true FROM (
     SELECT $2::text || '-' || i || '-' || j AS slug, ${nth('city', 'i * j')} AS city_id, ${nth('network', 'i')} AS network_id,
       CASE WHEN i % 3 > 0 THEN date '2000-01-01' + j % 5 END AS started_on
     FROM generate_series(1, $1::int) i, generate_series(1, 12) j) one
   WHERE NOT EXISTS (SELECT FROM membership m WHERE m.city_id = one.city_id AND m.network_id = one.network_id)
   ORDER BY city_id, network_id, slug`,
  `INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
   SELECT $2::text || '-' || i, ${nth('city', 'i / 3 + 1')}, $2::text || ' ' || i / 4, 'One of many.', 'en',
     (ARRAY['WATER', 'WASTE', 'FOOD'])[i % 3 + 1], 'PUBLISHED', 'PUBLIC',
     timestamptz '2026-01-01 00:00:00.000001Z' + i / 3 * interval '1 microsecond' FROM generate_series(1, $1::int) i`,
  `INSERT INTO solution_network (solution_id, network_id)
   SELECT ${nth('solution', 'i')}, ${nth('network', 'i / 2 + 1')} FROM generate_series(1, $1::int) i`,
  `INSERT INTO adoption (slug, solution_id, city_id, kind, status, adopted_on, confirmed)
   SELECT $2::text || '-' || i || '-' || j, ${nth('solution', 'i')}, ${nth('city', 'j')}, 'REPLICATED', 'IMPLEMENTED',
     CASE WHEN j % 3 > 0 THEN date '2010-01-01' + j % 4 END, false
   FROM generate_series(1, $1::int, 5) i, generate_series(1, least(12, $1::int)) j`,
  `INSERT INTO action (slug, city_id, title, original_locale, sector, status, reported_on)
   SELECT $2::text || '-' || i, ${nth('city', 'i % 3 + 1')}, $2::text || ' ' || i, 'en', 'WASTE', 'PLANNED',
     date '2024-01-01' + i % 5
   FROM generate_series(1, $1::int) i`,
  `INSERT INTO collaboration (slug, kind, network_id, started_on)
   SELECT $2::text || '-' || i, 'WORKSHOP', ${nth('network', 'i % 2 + 1')}, CASE WHEN i % 3 > 0 THEN date
     '2011-01-01' + i % 5 END
   FROM generate_series(1, $1::int) i`,
  `INSERT INTO collaboration_participant (collaboration_id, city_id)
   SELECT ${nth('collaboration', 'i')}, ${nth('city', 'i + j')}
   FROM generate_series(1, $1::int) i, generate_series(1, least(2 + i % 3, $1::int)) j ON CONFLICT DO NOTHING`,
  `INSERT INTO collective_action (slug, name, original_locale)
   SELECT $2::text || '-' || i, $2::text || ' ' || i / 4, 'en' FROM generate_series(1, $1::int) i`,
  `INSERT INTO signature (slug, city_id, collective_action_id, signed_on)
   SELECT $2::text || '-' || i || '-' || j, ${nth('city', 'i')}, ${nth('collective_action', 'j')},
     CASE WHEN i % 3 > 0 THEN date '2011-01-01' + i % 5 END FROM generate_series(1, $1::int) i,
       generate_series(1, 2) j`,
  `INSERT INTO initiative (slug, name, original_locale)
   SELECT $2::text || '-' || i, $2::text || ' ' || i / 4, 'en' FROM generate_series(1, $1::int) i`,
];
