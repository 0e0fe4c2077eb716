import { getNamedType, isObjectType } from 'graphql';
import { mergedSchema } from '../../src/schema/merged';
import { addCrowd } from '../support/crowd';
import { lists } from '../support/lists';
import { pageOf, randomSizes, walkBackwards, walkForwards, type ListPage } from '../support/walk';
import { useWorld } from '../support/world';

const world = useWorld();
beforeAll(() => addCrowd(world, 21));

const idsOf = (pages: ListPage[]): string[] => pages.flatMap(({ ids }) => ids);

describe.each(lists.map((list) => [list.name, list] as const))('%s', (_name, list) => {
  let whole: ListPage;
  beforeAll(async () => {
    whole = await pageOf(world, list, { first: 100 });
  });

  test('has more than a page, each item once, and a total that tells how many', () => {
    expect(whole.ids.length).toBeGreaterThan(1);
    expect(new Set(whole.ids).size).toBe(whole.ids.length);
    expect(whole.totalCount > 100 ? 100 : whole.totalCount).toBe(whole.ids.length);
  });

  test('forwards: no gap, no repeat, whatever the sizes of the pages', async () => {
    const pages = await walkForwards(world, list, randomSizes(7));
    expect(idsOf(pages).slice(0, 100)).toEqual(whole.ids);
    expect(new Set(idsOf(pages)).size).toBe(whole.totalCount);
    pages.forEach(({ cursors, pageInfo }, i) => {
      expect(pageInfo).toEqual({
        hasNextPage: i < pages.length - 1,
        hasPreviousPage: i > 0,
        startCursor: cursors[0],
        endCursor: cursors.at(-1),
      });
    });
  });

  if (list.isTwoWay) {
    test('backwards: the same, from the end', async () => {
      const pages = await walkBackwards(world, list, randomSizes(7, 2));
      expect(idsOf(pages.reverse()).slice(0, 100)).toEqual(whole.ids);
      pages.forEach(({ cursors, pageInfo }, i) => {
        expect(pageInfo).toEqual({
          hasNextPage: i < pages.length - 1,
          hasPreviousPage: i > 0,
          startCursor: cursors[0],
          endCursor: cursors.at(-1),
        });
      });
    });

    test('between two cursors there is what lies between them', async () => {
      const [after, before] = [whole.cursors[0]!, whole.cursors.at(-1)!];
      const { ids } = await pageOf(world, list, { after, before, first: 100 });
      expect(ids).toEqual(whole.ids.slice(1, -1));
    });
  }
});

test('every list of the schema is tried', () => {
  const types = Object.values(mergedSchema().getTypeMap()).filter(isObjectType);
  const offered = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => (type.name === 'Query' ? field.name : `${type.name}.${field.name}`)),
  );
  const tried = lists.map(({ parent, field }) => (parent ? `${parent[0]}.${field}` : field));
  // What belongs to one caller is paged through in test/webhooks.
  const personal = ['webhooks', 'Webhook.deliveries'];
  expect(offered.filter((name) => !tried.includes(name) && !personal.includes(name))).toEqual([]);
});

test('one direction is the reverse of the other', async () => {
  for (const list of lists.filter(({ args }) => args.includes('direction: ASC'))) {
    const reverse = { ...list, args: list.args.replace('ASC', 'DESC') };
    const size = () => 50;
    const ids = idsOf(await walkForwards(world, list, size));
    expect(idsOf(await walkForwards(world, reverse, size))).toEqual(ids.reverse());
  }
});
