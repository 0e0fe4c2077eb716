import { untilWaiting } from '../support/until-waiting';
import { useWorld } from '../support/world';

const world = useWorld();

/** The copies that links have of what lists are ordered by, each beside its original. */
const copies = `
  SELECT m.slug, m.city_population, m.city_name, m.city_slug, coalesce(c.population, -1), fold(c.name) COLLATE "C", c.slug
  FROM membership m JOIN city c ON c.id = m.city_id
  WHERE (m.city_population, m.city_name, m.city_slug) <> (coalesce(c.population, -1), fold(c.name) COLLATE "C", c.slug)`;

/** Names whose folded form is not theirs. */
const foldedNames = ['city', 'initiative', 'network', 'collective_action'].map(
  (table) => `SELECT slug, name, folded_name FROM ${table} WHERE folded_name <> fold(name)`,
);

const wrong = async (): Promise<Record<string, unknown>[]> => [
  ...(await world.sql(foldedNames.join(' UNION ALL '))),
  ...(await world.sql(copies)),
  ...(await world.sql(`SELECT o.slug, p.started_on, p.collaboration_slug FROM collaboration_participant p
    JOIN collaboration o ON o.id = p.collaboration_id
    WHERE (p.started_on, p.collaboration_slug) <> (coalesce(o.started_on, '-infinity'), o.slug)`)),
  ...(await world.sql(`SELECT s.slug, sn.published_at, sn.solution_slug FROM solution_network sn
    JOIN solution s ON s.id = sn.solution_id
    WHERE (sn.published_at, sn.solution_slug) <> (coalesce(s.published_at, '-infinity'), s.slug)`)),
];

const members = async (field: string, direction: string): Promise<string[]> => {
  const { network } = await world.ask(`{ network(slug: "food-systems") {
    members(orderBy: { field: ${field}, direction: ${direction} }) { nodes { slug } } } }`);
  return network.members.nodes.map(({ slug }: { slug: string }) => slug);
};

test('links have what an import brought', async () => {
  expect(await wrong()).toEqual([]);
  const [{ n }] = (await world.sql<{ n: number }>(
    'SELECT count(*)::integer AS n FROM membership WHERE city_population > 0',
  )) as [{ n: number }];
  expect(n).toBeGreaterThan(0);
});

test('a list is in its order after what it is ordered by has changed', async () => {
  const before = await members('POPULATION', 'DESC');
  const last = before.at(-1)!;
  await world.sql(`UPDATE city SET population = 999999999, name = 'Älm' WHERE slug = $1`, [last]);
  expect(await wrong()).toEqual([]);
  expect(await members('POPULATION', 'DESC')).toEqual([last, ...before.slice(0, -1)]);
  const names = await members('NAME', 'ASC');
  await world.sql(`UPDATE city SET name = 'Źlin' WHERE slug = $1`, [last]);
  expect(await members('NAME', 'ASC')).toEqual([...names.filter((slug) => slug !== last), last]);
  await world.sql('UPDATE city SET population = NULL WHERE slug = $1', [last]);
  expect(await members('POPULATION', 'DESC')).toEqual(before);
});

test('all tables of links follow what they refer to, one by one and many at once', async () => {
  await world.sql(`UPDATE collaboration SET started_on = coalesce(started_on, '1999-01-01') - 40`);
  await world.sql(`UPDATE solution SET published_at = now() WHERE slug = 'ciclovia-bogota'`);
  await world.sql(`UPDATE solution SET published_at = NULL, status = 'DRAFT' WHERE slug = 'congestion-charge-london'`);
  await world.sql(`UPDATE membership SET city_id = (SELECT id FROM city WHERE slug = 'apia')
    WHERE id = (SELECT min(id) FROM membership)`);
  expect(await wrong()).toEqual([]);
});

test('names that were filled past the triggers are folded anew', async () => {
  await world.sql(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    UPDATE network SET name = 'Ärzte', folded_name = '';
  END $$`);
  expect(await wrong()).not.toEqual([]);
  await world.sql('SELECT fold_names()');
  expect(await wrong()).toEqual([]);
});

test('what was filled past the triggers is copied anew', async () => {
  await world.sql(`UPDATE membership SET city_population = 0, city_name = 'x'`);
  await world.sql('UPDATE collaboration_participant SET started_on = current_date');
  await world.sql(`UPDATE solution_network SET solution_slug = 'x'`);
  expect(await wrong()).not.toEqual([]);
  await world.sql('SELECT copy_sort_keys()');
  expect(await wrong()).toEqual([]);
});

test('a city that changes while it joins', async () => {
  const [one, other] = [await world.database.pool.connect(), await world.database.pool.connect()];
  try {
    const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await one.query('BEGIN');
    await one.query(`UPDATE city SET population = 4321 WHERE slug = 'suva'`);
    const second = other.query(`INSERT INTO membership (slug, city_id, network_id, role)
      SELECT 'suva-air-sensors-x', c.id, n.id, 'MEMBER' FROM city c, network n
      WHERE c.slug = 'suva' AND n.slug = 'air-sensors'`);
    await untilWaiting(world, rows[0]!.pid);
    await one.query('COMMIT');
    await second;
  } finally {
    one.release();
    other.release();
  }
  expect(await wrong()).toEqual([]);
});

test('a link to nothing is refused by its foreign key', async () => {
  await expect(
    world.sql(`INSERT INTO membership (slug, city_id, network_id, role) VALUES ('nowhere', 0, 0, 'MEMBER')`),
  ).rejects.toThrow('membership_city_id_fkey');
});
