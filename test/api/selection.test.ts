import { useWorld } from '../support/world';

const world = useWorld();

async function statementsOf(document: string, variables: Record<string, unknown> = {}): Promise<string[]> {
  world.statements.length = 0;
  await world.ask(document, { variables });
  return [...world.statements];
}

describe('only what is selected is read', () => {
  test('no column that nobody asked for', async () => {
    const [statement] = await statementsOf('{ cities { nodes { slug } } }');
    expect(statement).toMatch(/SELECT 0,c\.slug\s+FROM/);
    expect(statement).not.toMatch(/population|latitude/);
  });

  test('totals and facets only when asked for, and then without the page', async () => {
    expect(await statementsOf('{ solutions { __typename } }')).toEqual([]);
    expect(await statementsOf('{ solutions { totalCount } }')).toEqual([expect.stringContaining('count(*)')]);
    expect(await statementsOf('{ solutions { facets(by: SECTOR) { count } } }')).toHaveLength(1);
    expect(await statementsOf('{ solutions { totalCount nodes { slug } } }')).toHaveLength(2);
  });

  test.each([
    [true, false],
    [false, true],
    [true, true],
  ])('@include(if: %s) and @skip(if: %s)', async (include, skip) => {
    const document = `query ($i: Boolean!, $s: Boolean!) { cities(first: 2) {
      nodes { slug population @include(if: $i) networks @include(if: $i) @skip(if: $s) { nodes { slug } } }
      ... @include(if: $i) { nodes { region } } ...F @skip(if: $s) } }
      fragment F on CityConnection { nodes { unlocode } }`;
    const [read, ...others] = await statementsOf(document, { i: include, s: skip });
    expect(others).toEqual([]);
    expect(read!.includes('c.population')).toBe(include);
    expect(read!.includes('c.region')).toBe(include);
    expect(read!.includes('c.unlocode')).toBe(!skip);
    expect(read!.includes('JOIN network')).toBe(include && !skip);
  });
});

describe('fragments', () => {
  test('on an interface, within one another', async () => {
    const data = await world.ask(`{ cities(first: 1) { nodes { ...A } } }
      fragment A on Node { id ... on City { slug ...B } ... on Network { summary } }
      fragment B on City { country { ... on Node { ... on Country { code } } } }`);
    expect(data.cities.nodes).toEqual([{ id: expect.any(String), slug: 'accra', country: { code: 'GH' } }]);
  });

  test('two that select one field differently are one read', async () => {
    const document = `{ networks(filter: { slug: { in: ["cool-cities", "food-systems"] } }) { nodes { ...A ...B
      } edges { node { ...A } } } }
      fragment A on Network { slug members(first: 2) { nodes { name } } }
      fragment B on Network { members(first: 2) { totalCount edges { role node { population country { code } } }
        } initiative { name } }`;
    // networks with initiatives, members by nodes and their countries, and members by edges; totals of members
    expect(await statementsOf(document)).toHaveLength(2);
    const data = await world.ask(document);
    expect(data.networks.nodes[0]).toEqual({
      slug: 'cool-cities',
      initiative: { name: 'Adaptation and Water' },
      members: {
        totalCount: 7,
        nodes: [{ name: 'Accra' }, { name: 'Copenhagen' }],
        edges: [
          { role: 'MEMBER', node: { population: 2291352, country: { code: 'GH' } } },
          { role: 'MEMBER', node: { population: 644431, country: { code: 'DK' } } },
        ],
      },
    });
    expect(data.networks.edges[0]).toEqual({
      node: { slug: 'cool-cities', members: { nodes: [{ name: 'Accra' }, { name: 'Copenhagen' }] } },
    });
  });
});

describe('aliases', () => {
  test('one list with different arguments', async () => {
    const data = await world.ask(
      `query ($n: Int) { network(slug: "cool-cities") {
      a: members(first: 1) { nodes { slug } } b: members(first: $n) { nodes { slug } } c: members(last: 1) {
        edges { role node { slug } } }
      d: members(filter: { region: { eq: AFRICA } }) { totalCount } e: members(asOf: "2012-02-01") { totalCount } } }`,
      { variables: { n: 2 } },
    );
    expect(data.network).toEqual({
      a: { nodes: [{ slug: 'accra' }] },
      b: { nodes: [{ slug: 'accra' }, { slug: 'copenhagen' }] },
      c: { edges: [{ role: 'MEMBER', node: { slug: 'tokyo' } }] },
      d: { totalCount: 2 },
      e: { totalCount: 3 },
    });
  });

  test('of everything on the way', async () => {
    const data =
      await world.ask(`{ c: cities(first: 1, orderBy: { field: POPULATION }) { n: nodes { s: slug p: population
        r: country { k: code } }
      e: edges { k: cursor x: node { y: name } } i: pageInfo { h: hasNextPage z: endCursor } t: totalCount } }`);
    const { e, i, ...rest } = data.c;
    expect(rest).toEqual({ n: [{ s: 'beijing', p: 21893095, r: { k: 'CN' } }], t: 18 });
    expect(e).toEqual([{ k: i.z, x: { y: 'Beijing' } }]);
    expect(i.h).toBe(true);
  });

  test('the same object by two lists has what each of them selected', async () => {
    const data = await world.ask(`{ a: city(slug: "paris") { name } b: city(slug: "paris") { population ...L }
      search(text: "paris", first: 1) { nodes { ... on City { unlocode } } edges { node { ... on City { slug } } } } }
      fragment L on City { location { latitude } }`);
    expect(data).toEqual({
      a: { name: 'Paris' },
      b: { population: 2102650, location: { latitude: 48.8566 } },
      search: { nodes: [{ unlocode: 'FRPAR' }], edges: [{ node: { slug: 'paris' } }] },
    });
  });
});

test('the same object may be met on any number of ways', async () => {
  const data =
    await world.ask(`{ solution(slug: "ciclovia-bogota") { city { slug solutions { nodes { adoptions(first: 1) { nodes {
    city { slug adoptions { nodes { solution { city { slug solutions { totalCount } } } } } } } } } } } } }`);
  const [adoption] = data.solution.city.solutions.nodes[0].adoptions.nodes;
  expect(adoption.city.adoptions.nodes.map((a: typeof adoption) => a.solution.city.slug)).toEqual(['london', 'bogota']);
});

test('introspection, __typename and everything else that clients ask for', async () => {
  const data = await world.ask(
    `{ __typename __schema { queryType { name } } cities(first: 1) { __typename edges { __typename } nodes {
      __typename } pageInfo { __typename } } }`,
  );
  expect(data.cities).toEqual({
    __typename: 'CityConnection',
    edges: [{ __typename: 'CityEdge' }],
    nodes: [{ __typename: 'City' }],
    pageInfo: { __typename: 'PageInfo' },
  });
});
