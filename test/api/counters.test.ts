import { untilWaiting } from '../support/until-waiting';
import { useWorld } from '../support/world';

const world = useWorld();

interface Counts extends Record<string, unknown> {
  network: Record<string, number>;
  city: Record<string, number>;
}

/** The counters that the database keeps of members, and the same counted anew. */
async function counts(): Promise<{ kept: Counts; counted: Counts }> {
  const [kept] = await world.sql<Counts>(
    `SELECT (SELECT json_object_agg(slug, member_count) FROM network WHERE member_count > 0) AS network,
       (SELECT json_object_agg(slug, network_count) FROM city WHERE network_count > 0) AS city`,
  );
  const current = `FROM membership m JOIN city c ON c.id = m.city_id JOIN network n ON n.id = m.network_id
     WHERE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())`;
  const [counted] = await world.sql<Counts>(
    `SELECT (SELECT json_object_agg(slug, count) FROM (SELECT n.slug, count(*) ${current} GROUP BY 1) x) AS network,
       (SELECT json_object_agg(slug, count) FROM (SELECT c.slug, count(*) ${current} GROUP BY 1) x) AS city`,
  );
  return { kept: kept!, counted: counted! };
}

async function expectCounts(): Promise<void> {
  const { kept, counted } = await counts();
  expect(kept).toEqual(counted);
}

const join = (city: string, network: string, period = 'NULL, NULL') =>
  `INSERT INTO membership (slug, city_id, network_id, role, started_on, ended_on)
   SELECT '${city}-${network}-x', c.id, n.id, 'MEMBER', ${period} FROM city c, network n
   WHERE c.slug = '${city}' AND n.slug = '${network}'`;

beforeEach(() => world.sql(`DELETE FROM membership WHERE slug LIKE '%-x'`));

describe('members are counted', () => {
  test('after an import', async () => {
    await expectCounts();
    expect((await counts()).kept.network).toEqual({
      'cool-cities': 7,
      'food-systems': 3,
      'waste-to-resources': 3,
      'water-security': 4,
      'zero-emission-vehicles': 4,
    });
  });

  test('when they join, change and leave', async () => {
    await world.sql(join('suva', 'air-sensors'));
    expect((await counts()).kept).toMatchObject({ network: { 'air-sensors': 1 }, city: { suva: 1 } });
    await world.sql(`UPDATE membership SET ended_on = utc_today() WHERE slug = 'suva-air-sensors-x'`);
    expect((await counts()).kept.network).not.toHaveProperty('air-sensors');
    await world.sql(`UPDATE membership SET ended_on = NULL, city_id = (SELECT id FROM city WHERE slug = 'apia'),
      network_id = (SELECT id FROM network WHERE slug = 'bus-lanes') WHERE slug = 'suva-air-sensors-x'`);
    expect((await counts()).kept).toMatchObject({ network: { 'bus-lanes': 1 }, city: { apia: 1 } });
    await expectCounts();
    await world.sql(`DELETE FROM membership WHERE slug = 'suva-air-sensors-x'`);
    await expectCounts();
  });

  test('only on the days of their membership', async () => {
    await world.sql(join('suva', 'air-sensors', 'utc_today() + 1, NULL'));
    await world.sql(join('apia', 'air-sensors', 'utc_today(), utc_today() + 1'));
    await world.sql(join('quito', 'air-sensors', 'NULL, utc_today()'));
    expect((await counts()).kept.network).toMatchObject({ 'air-sensors': 1 });
    await expectCounts();
  });

  test('many at once, and nothing where a transaction is undone', async () => {
    await world.sql(`INSERT INTO membership (slug, city_id, network_id, role)
      SELECT c.slug || '-air-x', c.id, n.id, 'MEMBER' FROM city c, network n WHERE n.slug = 'air-sensors'`);
    expect((await counts()).kept.network).toMatchObject({ 'air-sensors': 18 });
    await expectCounts();
    const before = await counts();
    await expect(world.sql(`WITH gone AS (DELETE FROM membership) SELECT 1 / 0`)).rejects.toThrow('division by zero');
    expect(await counts()).toEqual(before);
  });

  test('by transactions that run at the same time', async () => {
    const [one, other] = [await world.database.pool.connect(), await world.database.pool.connect()];
    try {
      const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await one.query('BEGIN');
      await one.query(join('suva', 'air-sensors'));
      // The second one waits for the network's counter until the first has committed.
      const second = other.query(`BEGIN; ${join('apia', 'air-sensors')}; COMMIT`);
      await untilWaiting(world, rows[0]!.pid);
      await one.query('COMMIT');
      await second;
    } finally {
      one.release();
      other.release();
    }
    expect((await counts()).kept.network).toMatchObject({ 'air-sensors': 2 });
    await expectCounts();
  });

  test('anew when another day has begun without any write', async () => {
    // As the counters stood when these memberships had not begun, or not ended.
    await world.sql(`UPDATE network SET member_count = member_count + 3 WHERE slug LIKE '%e%'`);
    await world.sql('UPDATE city SET network_count = 0');
    await world.sql('SELECT recount_memberships()');
    await expectCounts();
  });
});

test('solutions and adoptions are counted as they may be seen', async () => {
  const solutionCount = async (slug: string) =>
    (await world.sql<{ n: number }>('SELECT solution_count AS n FROM city WHERE slug = $1', [slug]))[0]!.n;
  expect([await solutionCount('london'), await solutionCount('nairobi'), await solutionCount('paris')]).toEqual([
    2, 1, 1,
  ]);
  await world.sql(`UPDATE solution SET visibility = 'PUBLIC' WHERE slug = 'members-map-london'`);
  expect(await solutionCount('london')).toBe(3);
  await world.sql(`UPDATE solution SET status = 'WITHDRAWN' WHERE slug = 'members-map-london'`);
  expect(await solutionCount('london')).toBe(2);
  await world.sql(`DELETE FROM adoption WHERE slug = 'ciclovia-sao-paulo'`);
  const order = await world.ask(
    '{ solutions(first: 2, orderBy: { field: ADOPTION_COUNT }) { nodes { slug adoptions { totalCount } } } }',
  );
  expect(order.solutions.nodes).toEqual([
    { slug: 'ciclovia-bogota', adoptions: { totalCount: 4 } },
    { slug: 'congestion-charge-london', adoptions: { totalCount: 2 } },
  ]);
});
