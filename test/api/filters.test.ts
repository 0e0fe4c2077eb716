import { toGlobalId } from '../../src/graphql/global-id';
import { useWorld } from '../support/world';

const world = useWorld();

/** The slugs that a filter of a root list finds. */
async function found(list: string, filter: string): Promise<string[]> {
  const data = await world.ask(`{ list: ${list}(first: 100, filter: ${filter}) { totalCount nodes { slug } } }`);
  const slugs = data.list.nodes.map((node: { slug: string }) => node.slug);
  expect(data.list.totalCount).toBe(slugs.length);
  return slugs;
}

const cities = (filter: string) => found('cities', filter);
const networks = (filter: string) => found('networks', filter);
const solutions = (filter: string) => found('solutions', filter);

describe('null means that nothing is asked', () => {
  test.each([
    'null',
    '{}',
    '{ name: null, id: null, population: null, within: null, memberOf: null, and: null, or: null, not: null }',
    '{ name: { eq: null, in: null, contains: null }, population: { gt: null, lte: null } }',
    '{ and: [] }',
    '{ and: [{}, { or: [{}] }] }',
  ])('%s finds all cities', async (filter) => {
    expect(await cities(filter)).toHaveLength(18);
  });

  test('also from variables', async () => {
    const document = `query ($f: CityFilter, $n: StringFilter) { a: cities(filter: $f) { totalCount }
      b: cities(filter: { name: $n }) { totalCount } }`;
    const all = { a: { totalCount: 18 }, b: { totalCount: 18 } };
    expect(await world.ask(document)).toEqual(all);
    expect(await world.ask(document, { variables: { f: null, n: null } })).toEqual(all);
    expect(await world.ask(document, { variables: { f: { region: { eq: null } }, n: { eq: null } } })).toEqual(all);
  });
});

describe('an empty list of alternatives matches nothing', () => {
  test.each([
    ['cities', '{ or: [] }'],
    ['cities', '{ name: { in: [] } }'],
    ['cities', '{ id: { in: [] } }'],
    ['cities', '{ country: { in: [] } }'],
    ['cities', '{ region: { in: [] } }'],
    ['cities', '{ population: { in: [] } }'],
    ['cities', '{ memberOf: { or: [] } }'],
    ['networks', '{ slug: { in: [] } }'],
    ['networks', '{ or: [] }'],
    ['solutions', '{ sector: { in: [] } }'],
    ['solutions', '{ or: [] }'],
  ])('%s %s', async (list, filter) => {
    expect(await found(list, filter)).toEqual([]);
  });

  test('its negation matches all', async () => {
    expect(await cities('{ not: { or: [] } }')).toHaveLength(18);
    expect(await cities('{ not: { name: { in: [] } } }')).toHaveLength(18);
  });
});

describe('and, or, not', () => {
  test('all that is given must hold', async () => {
    expect(await cities('{ name: { startsWith: "lon" }, region: { eq: EUROPE } }')).toEqual(['london']);
    expect(
      await cities('{ or: [{ region: { eq: EUROPE } }, { region: { eq: AFRICA } }], name: { contains: "n" } }'),
    ).toEqual(['copenhagen', 'london', 'nairobi']);
  });

  test('not has two values: what is unknown does not fit, and so fits its negation', async () => {
    expect(await cities('{ not: { region: { in: [AFRICA, EUROPE, LATIN_AMERICA, NORTH_AMERICA] } } }')).toEqual([
      'apia',
      'auckland',
      'beijing',
      'mombasa',
      'suva',
      'tokyo',
    ]);
    expect(await cities('{ not: { not: { population: { gte: 0 } } } }')).toHaveLength(17);
  });

  test('nested', async () => {
    const filter =
      '{ and: [{ or: [{ name: { eq: "Paris" } }, { name: { eq: "Tokyo" } }] }, { not: { region: { eq: EUROPE } } }] }';
    expect(await cities(filter)).toEqual(['tokyo']);
  });
});

describe('text', () => {
  test('accents and case make no difference in names', async () => {
    expect(await cities('{ name: { eq: "SÃO PAULO" } }')).toEqual(['sao-paulo']);
    expect(await cities('{ name: { contains: "OTA" } }')).toEqual(['bogota']);
    expect(await cities('{ name: { in: ["bogotá", "TOKYO"] } }')).toEqual(['bogota', 'tokyo']);
  });

  test('they do in slugs, which are codes', async () => {
    expect(await networks('{ slug: { eq: "Cool-Cities" } }')).toEqual([]);
    expect(await networks('{ slug: { startsWith: "cool", contains: "-" } }')).toEqual(['cool-cities']);
  });

  test('wildcards of SQL are text', async () => {
    for (const wildcard of ['%', '_', '\\\\', 'b%a', 'b_gota']) {
      expect(await cities(`{ name: { contains: "${wildcard}" } }`)).toEqual([]);
      expect(await cities(`{ name: { startsWith: "${wildcard}" } }`)).toEqual([]);
    }
  });

  test('quotes and semicolons are text', async () => {
    expect(await cities(`{ name: { eq: "'; DROP TABLE city; --" } }`)).toEqual([]);
    expect(await cities('{}')).toHaveLength(18);
  });
});

describe('relations', () => {
  test('memberOf: members today of some network', async () => {
    expect(await cities('{ memberOf: { slug: { eq: "bus-lanes" } } }')).toEqual([]);
    expect(await cities('{ memberOf: { slug: { eq: "water-security" } } }')).toEqual([
      'copenhagen',
      'mombasa',
      'new-york',
      'tokyo',
    ]);
    expect(await cities('{ not: { memberOf: {} } }')).toEqual([
      'apia',
      'beijing',
      'london-ontario',
      'mexico-city',
      'suva',
    ]);
  });

  test('each relation filter finds its own row', async () => {
    const both =
      '{ and: [{ memberOf: { slug: { eq: "cool-cities" } } }, { memberOf: { slug: { eq: "food-systems" } } }] }';
    expect(await cities(both)).toEqual(['nairobi', 'paris']);
    expect(
      await cities('{ memberOf: { and: [{ slug: { eq: "cool-cities" } }, { slug: { eq: "food-systems" } }] } }'),
    ).toEqual([]);
  });

  test('there and back again', async () => {
    const filter = `{ hasSolutions: { city: { memberOf: { initiative: { slug: { eq: "transport" } } } },
      network: { active: true } } }`;
    expect(await cities(filter)).toEqual(['bogota', 'copenhagen', 'london']);
    expect(await solutions('{ city: { hasSolutions: { text: "congestion" } } }')).toEqual([
      'cycle-superhighways-london',
      'congestion-charge-london',
    ]);
  });

  test('network and initiative of solutions', async () => {
    expect(await solutions('{ network: {} , sector: { eq: WATER } }')).toEqual(['cloudburst-copenhagen']);
    expect(await solutions('{ initiative: { name: { startsWith: "waste" } } }')).toEqual(['organic-waste-paris']);
  });

  test('active: neither ended nor succeeded', async () => {
    expect(await networks('{ active: false }')).toEqual(['bus-lanes', 'red-andina']);
    expect(await networks('{ not: { active: true } }')).toEqual(['bus-lanes', 'red-andina']);
    expect(await networks('{ active: null }')).toHaveLength(8);
  });
});

describe('ids', () => {
  test('those that nothing has are passed over', async () => {
    const [london, atlantis] = [toGlobalId('City', 'london'), toGlobalId('City', 'atlantis')];
    expect(await cities(`{ id: { in: ["${london}", "${atlantis}"] } }`)).toEqual(['london']);
    expect(await cities(`{ id: { eq: "${atlantis}" } }`)).toEqual([]);
  });

  test('of another type are refused', async () => {
    const document = `{ cities(filter: { or: [{ id: { in: ["${toGlobalId('Network', 'london')}"] } }] }) {
      totalCount } }`;
    expect(await world.fail(document)).toMatchObject([
      { extensions: { code: 'INVALID_ID' }, message: expect.stringContaining('the id of a City, not of a Network') },
    ]);
  });
});
