import { useWorld } from '../support/world';

const world = useWorld();

describe('a filter that contradicts itself is refused, and the path says where', () => {
  test.each([
    ['cities', '{ population: { gt: 5, lt: 5 } }', 'filter.population'],
    ['cities', '{ population: { gte: 6, lte: 5 } }', 'filter.population'],
    ['cities', '{ population: { eq: 5, gt: 5 } }', 'filter.population'],
    ['cities', '{ population: { eq: 1, in: [2, 3] } }', 'filter.population'],
    ['cities', '{ name: { eq: "a", in: ["b"] } }', 'filter.name'],
    ['cities', '{ region: { eq: AFRICA, in: [EUROPE] } }', 'filter.region'],
    ['cities', '{ country: { eq: "CO", in: ["MX"] } }', 'filter.country'],
    ['cities', '{ within: { latitude: 0, longitude: 0, radiusKm: 0 } }', 'filter.within.radiusKm'],
    ['cities', '{ within: { latitude: 0, longitude: 0, radiusKm: -5 } }', 'filter.within.radiusKm'],
    ['cities', '{ within: { latitude: 0, longitude: 0, radiusKm: 30000 } }', 'filter.within.radiusKm'],
    ['cities', '{ boundingBox: { south: 10, north: 0, west: 0, east: 1 } }', 'filter.boundingBox'],
    ['cities', '{ and: [{}, { population: { gt: 5, lt: 5 } }] }', 'filter.and.1.population'],
    ['cities', '{ or: [{ name: { eq: "a", in: [] } }] }', 'filter.or.0.name'],
    ['cities', '{ not: { population: { gt: 5, lt: 5 } } }', 'filter.not.population'],
    ['cities', '{ hasSolutions: { sector: { eq: WASTE, in: [WATER] } } }', 'filter.hasSolutions.sector'],
    ['cities', '{ memberOf: { initiative: { slug: { eq: "a", in: ["b"] } } } }', 'filter.memberOf.initiative.slug'],
    ['solutions', '{ text: "  " }', 'filter.text'],
    ['solutions', '{ publishedAt: { gt: "2021-01-01T00:00:00Z", lt: "2020-01-01T00:00:00Z" } }', 'filter.publishedAt'],
    ['actions', '{ reportedOn: { isNull: true, gt: "2020-01-01" } }', 'filter.reportedOn'],
    ['actions', '{ reportedOn: { eq: "2020-01-01", lt: "2020-01-01" } }', 'filter.reportedOn'],
    ['collaborations', '{ participant: { population: { gt: 2, lte: 1 } } }', 'filter.participant.population'],
  ])('%s %s', async (list, filter, argument) => {
    world.statements.length = 0;
    const errors = await world.fail(`{ ${list}(filter: ${filter}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_FILTER', argument } }]);
    expect(errors[0]?.message).toMatch(/^Expected .+ for "filter\..+", but got .+\.$/);
    expect(world.statements).toEqual([]);
  });

  test('in variables too, and once for all parents of a list', async () => {
    const document = 'query ($f: CityFilter) { networks { nodes { members(filter: $f) { totalCount } } } }';
    const errors = await world.fail(document, { variables: { f: { population: { gt: 9, lt: 1 } } } });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_FILTER', argument: 'filter.population' } }]);
  });

  test('what only seems to contradict itself is taken', async () => {
    const data = await world.ask(`{
      a: cities(filter: { population: { gte: 37391, lte: 37391 } }) { nodes { slug } }
      b: cities(filter: { name: { eq: "Apia", in: ["Apia", "Suva"] } }) { nodes { slug } }
      c: actions(filter: { reportedOn: { isNull: false, gte: "2023-01-01" } }) { totalCount }
    }`);
    expect(data).toEqual({ a: { nodes: [{ slug: 'apia' }] }, b: { nodes: [{ slug: 'apia' }] }, c: { totalCount: 1 } });
  });
});

describe('a filter in a filter in a filter', () => {
  const nested = (levels: number): string =>
    Array.from({ length: levels }).reduce<string>((inner) => `{ hasSolutions: { city: ${inner} } }`, '{}');

  test('is answered as deep as anybody needs it', async () => {
    const data = await world.ask(`{ cities(filter: ${nested(9)}) { totalCount } }`);
    expect(data.cities.totalCount).toBe(10);
  });

  test('and refused where it goes on', async () => {
    const errors = await world.fail(`{ cities(filter: ${nested(100)}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_FILTER' } }]);
    expect(errors[0]?.message).toMatch(/^Expected a filter of at most 20 levels/);
  });
});

describe('values of the wrong kind', () => {
  test.each([
    '{ region: { eq: ATLANTIS } }',
    '{ region: { eq: "AFRICA" } }',
    '{ population: { gt: "many" } }',
    '{ population: { gt: 3000000000 } }',
    '{ country: { eq: "ZZZ" } }',
    '{ within: { latitude: 91, longitude: 0, radiusKm: 1 } }',
    '{ nonsense: 1 }',
  ])('a literal is an error of validation: %s', async (filter) => {
    const errors = await world.fail(`{ cities(filter: ${filter}) { totalCount } }`);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test.each([
    { region: { eq: 'ATLANTIS' } },
    { population: { gt: 'many' } },
    { country: { eq: 'ZZZ' } },
    { boundingBox: { south: 0, north: 0, west: 0 } },
    { nonsense: 1 },
  ])('a variable is bad input: %j', async (filter) => {
    const document = 'query ($f: CityFilter) { cities(filter: $f) { totalCount } }';
    const errors = await world.fail(document, { variables: { f: filter } });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });

  test('a day that the calendar does not have', async () => {
    const document = 'query ($d: LocalDate) { actions(filter: { reportedOn: { gt: $d } }) { totalCount } }';
    const errors = await world.fail(document, { variables: { d: '2023-02-30' } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('what PostgreSQL cannot read is the caller’s mistake, not ours', async () => {
    for (const document of [
      '{ cities(filter: { name: { eq: "\\u0000" } }) { totalCount } }',
      '{ solutions(filter: { text: "a\\u0000b" }) { totalCount } }',
      '{ search(text: "a\\u0000b") { totalCount } }',
      '{ city(slug: "\\u0000") { name } }',
      '{ actions(filter: { reportedOn: { gt: "0000-01-01" } }) { totalCount } }',
      '{ city(slug: "bogota") { networks(asOf: "0000-01-01") { totalCount } } }',
    ]) {
      const errors = await world.fail(document);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
