import { toGlobalId } from '../../src/graphql/global-id';
import { useWorld, type Json } from '../support/world';

// Nobody is signed in here. `members-map-london` is for members, `secret-draft-nairobi` a draft,
// `withdrawn-members-paris` is for
// members and withdrawn: none of them may be told of in any way. `withdrawn-tokyo` was public.
const world = useWorld();

const HIDDEN = ['members-map-london', 'secret-draft-nairobi', 'withdrawn-members-paris'];
const WITHDRAWN = 'withdrawn-tokyo';

const slugs = (connection: Json): string[] => connection.nodes.map(({ slug }: { slug: string }) => slug);

describe('solutions that may not be seen', () => {
  test('by id, by slug, among nodes', async () => {
    for (const slug of HIDDEN) {
      const id = toGlobalId('Solution', slug);
      const document = `{ id: solution(id: "${id}") { title } slug: solution(slug: "${slug}") { title }
        node(id: "${id}") { id } nodes(ids: ["${id}"]) { id } }`;
      expect(await world.ask(document)).toEqual({ id: null, slug: null, node: null, nodes: [null] });
    }
  });

  test('in lists, their totals and their facets, whatever the filter', async () => {
    const filters = [
      'null',
      '{ status: DRAFT }',
      '{ status: PUBLISHED }',
      '{ or: [{ status: DRAFT }, { status: PUBLISHED }] }',
      '{ not: { status: PUBLISHED } }',
      '{ not: { status: WITHDRAWN } }',
      '{ not: { not: { or: [{ status: DRAFT }, { text: "zanzibar" }] } } }',
      '{ text: "zanzibar" }',
      `{ id: { in: [${HIDDEN.map((slug) => `"${toGlobalId('Solution', slug)}"`).join(', ')}] } }`,
      '{ sector: { eq: WATER } }',
    ];
    const connection = `{ totalCount nodes { slug status visibility } facets(by: YEAR) { count }
      network: facets(by: NETWORK) {
        value count } }`;
    for (const filter of filters) {
      const data = await world.ask(`{
        solutions(first: 100, filter: ${filter}) ${connection}
        cities { nodes { solutions(filter: ${filter}) ${connection} } }
        networks { nodes { solutions(filter: ${filter}) ${connection} } }
        initiatives { nodes { solutions(filter: ${filter}) ${connection} } } }`);
      const all = [
        data.solutions,
        ...[data.cities, data.networks, data.initiatives].flatMap(({ nodes }) =>
          nodes.map((parent: Json) => parent.solutions),
        ),
      ];
      for (const list of all) {
        expect(list.nodes.every((node: Json) => node.status === 'PUBLISHED' && node.visibility === 'PUBLIC')).toBe(
          true,
        );
        expect(list.totalCount).toBe(list.nodes.length);
        expect(list.facets.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
          list.nodes.length,
        );
      }
    }
  });

  test('by what cities have shared', async () => {
    const data = await world.ask(`{
      all: cities(filter: { hasSolutions: {} }) { nodes { slug } }
      zanzibar: cities(filter: { hasSolutions: { text: "zanzibar" } }) { totalCount }
      draft: cities(filter: { hasSolutions: { status: DRAFT } }) { totalCount }
      not: cities(filter: { name: { eq: "London" }, not: { hasSolutions: { sector: { eq: WATER } } } }) { totalCount }
      nairobi: cities(filter: { name: { eq: "Nairobi" }, hasSolutions: { network: { slug: { eq: "water-security"
        } } } }) { totalCount }
      order: cities(orderBy: { field: SOLUTION_COUNT }) { edges { cursor node { slug solutions { totalCount } } } }
    }`);
    expect(slugs(data.all)).toEqual([
      'accra',
      'bogota',
      'copenhagen',
      'london',
      'nairobi',
      'new-york',
      'paris',
      'quito',
      'sao-paulo',
      'tokyo',
    ]);
    expect(data).toMatchObject({
      zanzibar: { totalCount: 0 },
      draft: { totalCount: 0 },
      not: { totalCount: 2 },
      nairobi: { totalCount: 0 },
    });
    // The counter behind the order, which cursors show, tells no more than the lists do.
    for (const { cursor, node } of data.order.edges) {
      const [, , count] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
      expect(Number(count)).toBe(node.solutions.totalCount);
    }
  });

  test('by their adoptions', async () => {
    const hidden = ['draft-accra', 'members-map-paris', 'withdrawn-members-london'];
    const adoptions = hidden.map((slug) => `"${toGlobalId('Adoption', slug)}"`);
    const data = await world.ask(`{
      paris: city(slug: "paris") { adoptions { totalCount nodes { id } edges { cursor } } }
      london: city(slug: "london") { adoptions { totalCount nodes { id } } }
      accra: city(slug: "accra") { adoptions { totalCount nodes { solution { slug } } } }
      nodes(ids: [${adoptions.join(', ')}]) { id } }`);
    expect(data.paris.adoptions).toEqual({ totalCount: 0, nodes: [], edges: [] });
    expect(data.london.adoptions).toEqual({ totalCount: 0, nodes: [] });
    expect(data.accra.adoptions).toEqual({ totalCount: 1, nodes: [{ solution: { slug: 'cool-roofs-new-york' } }] });
    expect(data.nodes).toEqual([null, null, null]);
  });

  test('in a search', async () => {
    const document =
      '{ search(text: "zanzibar") { totalCount nodes { __typename } } map: search(text: "sewer map") { totalCount } }';
    expect(await world.ask(document)).toEqual({ search: { totalCount: 0, nodes: [] }, map: { totalCount: 0 } });
  });
});

describe('a solution that is withdrawn', () => {
  test('is found by id, by slug and through its adoptions', async () => {
    const id = toGlobalId('Solution', WITHDRAWN);
    const data = await world.ask(`{
      id: solution(id: "${id}") { slug status adoptions { totalCount } } slug: solution(slug: "${WITHDRAWN}") {
        slug } node(id: "${id}") { id }
      city(slug: "beijing") { adoptions { nodes { solution { slug status } } } } }`);
    expect(data).toEqual({
      id: { slug: WITHDRAWN, status: 'WITHDRAWN', adoptions: { totalCount: 1 } },
      slug: { slug: WITHDRAWN },
      node: { id },
      city: { adoptions: { nodes: [{ solution: { slug: WITHDRAWN, status: 'WITHDRAWN' } }] } },
    });
  });

  test('is in no list, no count and no search', async () => {
    const data = await world.ask(`{
      all: solutions(first: 100) { nodes { slug } }
      asked: solutions(filter: { status: WITHDRAWN }) { totalCount }
      not: solutions(first: 100, filter: { not: { status: PUBLISHED } }) { totalCount }
      city(slug: "tokyo") { solutions { totalCount nodes { slug } } }
      network(slug: "cool-cities") { solutions { nodes { slug } facets(by: SECTOR) { value count } } }
      cities(filter: { hasSolutions: { text: "mist" } }) { totalCount }
      search(text: "Withdrawn misting") { nodes { ... on Solution { slug } } } }`);
    expect(slugs(data.all)).not.toContain(WITHDRAWN);
    expect(data.asked.totalCount).toBe(0);
    expect(data.not.totalCount).toBe(0);
    expect(data.city.solutions).toEqual({ totalCount: 1, nodes: [{ slug: 'green-roofs-tokyo' }] });
    expect(slugs(data.network.solutions)).not.toContain(WITHDRAWN);
    expect(data.cities.totalCount).toBe(0);
    expect(data.search.nodes).not.toContainEqual({ slug: WITHDRAWN });
  });
});
