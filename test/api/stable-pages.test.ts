import { toGlobalId } from '../../src/graphql/global-id';
import { addCrowd } from '../support/crowd';
import type { ListCase } from '../support/lists';
import { pageOf, walkForwards } from '../support/walk';
import { useWorld } from '../support/world';

const world = useWorld();
beforeAll(() => addCrowd(world, 12));

const solutions: ListCase = { name: 'solutions', field: 'solutions', args: '', isTwoWay: true };
const members: ListCase = { name: '', parent: ['Network', 'cool-cities'], field: 'members', args: '', isTwoWay: true };

const share = (slug: string, publishedAt: string) =>
  world.sql(
    `INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
     SELECT $1, id, $1, 'Inserted.', 'en', 'WATER', 'PUBLISHED', 'PUBLIC', $2 FROM city WHERE slug = 'suva'`,
    [slug, publishedAt],
  );

test('what is inserted between two pages repeats nothing and pushes nothing out', async () => {
  const before = (await walkForwards(world, solutions, () => 100)).flatMap(({ ids }) => ids);
  const first = await pageOf(world, solutions, { first: 5 });
  const [, endValue] = /"PUBLISHED_AT DESC","([^"]+)"/.exec(Buffer.from(first.cursors[4]!, 'base64url').toString())!;
  await share('ahead', '2030-01-01T00:00:00Z'); // Ahead of the first page: it is not seen any more.
  await share('a-tie', endValue!); // At the very moment of the page's end, told apart by its slug.
  await share('behind', '2020-02-02T00:00:00.000001Z');
  const second = await pageOf(world, solutions, { first: 100, after: first.pageInfo.endCursor });
  const seen = [...first.ids, ...second.ids];
  const inserted = ['a-tie', 'behind'].map((slug) => toGlobalId('Solution', slug));
  expect(seen.filter((id) => !inserted.includes(id))).toEqual(before);
  expect(second.ids).toEqual(expect.arrayContaining(inserted));
  expect(seen).not.toContain(toGlobalId('Solution', 'ahead'));
});

test('a page begins behind its cursor even where the row of the cursor is gone', async () => {
  const { cursors, ids } = await pageOf(world, solutions, { first: 100 });
  const at = ids.indexOf(toGlobalId('Solution', 'ahead'));
  await world.sql(`DELETE FROM solution WHERE slug = 'ahead'`);
  const { ids: behind } = await pageOf(world, solutions, { first: 3, after: cursors[at]! });
  expect(behind).toEqual(ids.slice(at + 1, at + 4));
});

test('members that join between two pages of a network', async () => {
  const first = await pageOf(world, members, { first: 3 });
  await world.sql(
    `INSERT INTO membership (slug, city_id, network_id, role)
     SELECT 'new-' || c.slug, c.id, n.id, 'MEMBER' FROM city c, network n
     WHERE c.slug IN ('apia', 'suva') AND n.slug = 'cool-cities'`,
  );
  const second = await pageOf(world, members, { first: 100, after: first.pageInfo.endCursor });
  const slugs = [...first.ids, ...second.ids].map((id) =>
    Buffer.from(id, 'base64url').toString().slice('City:'.length),
  );
  expect(slugs).toEqual(['accra', 'copenhagen', 'nairobi', 'new-york', 'paris', 'sao-paulo', 'suva', 'tokyo']);
});
