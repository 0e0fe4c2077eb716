import { useWorld } from '../support/world';

const world = useWorld();

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('page sizes', () => {
  test.each([
    ['first: 0', 'Expected "first" to be from 1 to 100, but got 0.'],
    ['first: 101', 'Expected "first" to be from 1 to 100, but got 101.'],
    ['first: -1', 'Expected "first" to be from 1 to 100, but got -1.'],
    ['last: 0', 'Expected "last" to be from 1 to 100, but got 0.'],
    ['last: 101', 'Expected "last" to be from 1 to 100, but got 101.'],
    ['first: 1, last: 1', 'Expected either "first" or "last", but got both.'],
  ])('%s is refused', async (args, message) => {
    const [error, ...others] = await world.fail(`{ cities(${args}) { nodes { name } } }`);
    expect(error).toMatchObject({ message, extensions: { code: 'INVALID_PAGE' } });
    expect(others).toEqual([]);
  });

  test('1 and 100 are taken, null is the default of 20', async () => {
    const data = await world.ask(`{
      one: cities(first: 1) { nodes { slug } }
      hundred: cities(last: 100) { totalCount nodes { slug } }
      default: cities(first: null, last: null, after: null, before: null) { nodes { slug } }
    }`);
    expect(data.one.nodes).toHaveLength(1);
    expect(data.hundred.nodes).toHaveLength(data.hundred.totalCount);
    expect(data.default.nodes).toHaveLength(18);
  });

  test('a wrong size is told once, before anything is read, at whatever depth it stands', async () => {
    world.statements.length = 0;
    const document = `query ($size: Int) { networks { nodes { ...Members } } }
      fragment Members on Network { members { nodes { solutions(first: $size) { totalCount } } } }`;
    const errors = await world.fail(document, { variables: { size: 500 } });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID_PAGE' } });
    expect(world.statements).toEqual([]);
  });

  test('so is that of a short list', async () => {
    const errors = await world.fail('{ networks { nodes { overlaps(first: 0) { jaccard } } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_PAGE' } }]);
  });

  test('operations of the document that are not run are not checked', async () => {
    const document = `query Run { cities(first: 1) { totalCount } }
      query Other($text: String!) { search(text: $text, first: 500) { totalCount } }`;
    expect(await world.ask(document, { operationName: 'Run' })).toEqual({ cities: { totalCount: 18 } });
  });
});

describe('cursors', () => {
  const name = cursor(1, 'NAME ASC', 'paris', 'paris');

  test.each([
    ['garbage', 'garbage'],
    ['nothing', ''],
    ['JSON of another shape', Buffer.from('{"a":1}').toString('base64url')],
    ['an older version', cursor(0, 'NAME ASC', 'paris', 'paris')],
    ['a newer version', cursor(2, 'NAME ASC', 'paris', 'paris')],
    ['a missing part', cursor(1, 'NAME ASC', 'paris')],
    ['a part that is no text', cursor(1, 'NAME ASC', 5, 'paris')],
    ['a NUL', cursor(1, 'NAME ASC', 'par\0is', 'paris')],
    ['another direction', cursor(1, 'NAME DESC', 'paris', 'paris')],
    ['another order', cursor(1, 'POPULATION DESC', '5', 'paris')],
  ])('%s is refused', async (_what, after) => {
    for (const argument of ['after', 'before']) {
      const [error] = await world.fail(`query ($c: String) { cities(${argument}: $c) { nodes { name } } }`, {
        variables: { c: after },
      });
      expect(error).toMatchObject({ extensions: { code: 'INVALID_CURSOR' } });
    }
  });

  test.each([
    ['cities(orderBy: { field: POPULATION }', 'POPULATION DESC', 'many'],
    ['networks(orderBy: { field: STARTED_ON }', 'STARTED_ON DESC', 'yesterday'],
    ['solutions(orderBy: { field: PUBLISHED_AT }', 'PUBLISHED_AT DESC', '2024-03-01'],
    ['search(text: "cool"', 'SCORE DESC', 'best'],
  ])('%s …): a sort key that is none is refused', async (list, order, value) => {
    const document = `{ ${list}, after: "${cursor(1, order, value, 'x')}") { totalCount pageInfo { endCursor } } }`;
    expect(await world.fail(document)).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  test.each([
    ['networks(orderBy: { field: STARTED_ON }', 'STARTED_ON DESC', '2024-13-45'],
    ['cities(orderBy: { field: POPULATION }', 'POPULATION DESC', '9999999999'],
  ])('%s …): a sort key out of range is the caller’s mistake', async (list, order, value) => {
    const document = `{ ${list}, after: "${cursor(1, order, value, 'x')}") { pageInfo { endCursor } } }`;
    expect(await world.fail(document)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('one of the same order in another list of the same kind is at home there', async () => {
    const data = await world.ask(`{ network(slug: "cool-cities") { members(after: "${name}") { nodes { slug } } } }`);
    expect(data.network.members.nodes).toEqual([{ slug: 'sao-paulo' }, { slug: 'tokyo' }]);
  });

  test('the message says what was expected', async () => {
    const [error] = await world.fail(`{ cities(after: "${name}", orderBy: { field: POPULATION }) { nodes { name } } }`);
    expect(error?.message).toBe(
      `Expected a cursor of a list ordered by POPULATION DESC, not by NAME ASC, but got "${name}". Start again without a cursor.`,
    );
  });
});
