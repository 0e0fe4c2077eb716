import { toGlobalId } from '../../src/graphql/global-id';
import { nodeReads } from '../../src/subgraphs/platform';
import { mergedSchema } from '../../src/schema/merged';
import { isInterfaceType } from 'graphql';
import { useWorld } from '../support/world';

const world = useWorld();

const node = (id: string) => world.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { variables: { id } });

describe('node', () => {
  test('finds every type that is a node', () => {
    const schema = mergedSchema();
    const type = schema.getType('Node');
    const names = isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
    expect([...nodeReads.keys()].sort()).toEqual(names.sort());
  });

  test.each([
    ['Country', 'KE'],
    ['City', 'mombasa'],
    ['Initiative', 'energy'],
    ['Network', 'air-sensors'],
    ['Membership', 'mombasa-water'],
    ['CollectiveAction', 'green-roof-accord'],
    ['Signature', 'bogota-clean-air'],
    ['Solution', 'ciclovia-bogota'],
    ['Adoption', 'ciclovia-sao-paulo'],
    ['Action', 'nairobi-trees'],
    ['Collaboration', 'mentoring-accra'],
  ])('%s %s', async (type, slug) => {
    const id = toGlobalId(type, slug);
    expect(await node(id)).toEqual({ node: { __typename: type, id } });
    expect(await node(toGlobalId(type, 'nothing-has-this-slug'))).toEqual({ node: null });
  });

  test('ids are the same wherever an object is met', async () => {
    const data = await world.ask(`{
      city(slug: "quito") { id } cities(filter: { name: { eq: "quito" } }) { nodes { id } edges { node { id } } }
      network(slug: "food-systems") { members(filter: { name: { eq: "quito" } }) { nodes { id } } }
      search(text: "quito", first: 1) { nodes { ... on City { id } } } }`);
    const id = toGlobalId('City', 'quito');
    expect(data).toEqual({
      city: { id },
      cities: { nodes: [{ id }], edges: [{ node: { id } }] },
      network: { members: { nodes: [{ id }] } },
      search: { nodes: [{ id }] },
    });
  });
});

describe('wrong ids', () => {
  test.each([
    ['garbage', 'garbage'],
    ['nothing', ''],
    ['no slug', toGlobalId('City', '')],
    ['an unknown type', toGlobalId('Planet', 'mars')],
    ['a type that is no node', toGlobalId('Source', 'register')],
    ['the same with padding', `${toGlobalId('City', 'quito')}=`],
    ['in the other alphabet of base64', Buffer.from('City:>>>???').toString('base64')],
    ['a number of the database', '5'],
  ])('%s', async (_what, id) => {
    const errors = await world.fail('query ($id: ID!) { node(id: $id) { id } }', { variables: { id } });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });

  test('an id of another type where one is looked up', async () => {
    for (const field of ['city', 'network', 'initiative', 'solution', 'collectiveAction']) {
      const errors = await world.fail(`{ ${field}(id: "${toGlobalId('Country', 'KE')}") { id } }`);
      expect(errors).toMatchObject([{ path: [field], extensions: { code: 'INVALID_ID' } }]);
    }
  });
});

describe('nodes', () => {
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on City { name } } }';

  test('in their order, null where there is none, the same twice where it is asked for twice', async () => {
    const ids = ['tokyo', 'atlantis', 'accra', 'tokyo'].map((slug) => toGlobalId('City', slug));
    const data = await world.ask(document, { variables: { ids } });
    expect(data.nodes.map((found: { name: string } | null) => found?.name)).toEqual([
      'Tokyo',
      undefined,
      'Accra',
      'Tokyo',
    ]);
    expect(await world.ask(document, { variables: { ids: [] } })).toEqual({ nodes: [] });
  });

  test('one statement a type', async () => {
    const ids = ['tokyo', 'accra', 'london', 'paris'].map((slug) => toGlobalId('City', slug));
    const networks = ['cool-cities', 'bus-lanes'].map((slug) => toGlobalId('Network', slug));
    world.statements.length = 0;
    await world.ask(document, { variables: { ids: [...ids, ...networks] } });
    expect(world.statements).toHaveLength(2);
  });

  test('what is wrong with one leaves the others alone', async () => {
    const ids = [toGlobalId('City', 'tokyo'), 'garbage', toGlobalId('City', 'accra')];
    const { data, errors } = await world.execute(document, { variables: { ids } });
    expect(data.nodes).toMatchObject([{ name: 'Tokyo' }, null, { name: 'Accra' }]);
    expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'INVALID_ID' } }]);
  });

  test('at most 100', async () => {
    const ids = Array.from({ length: 101 }, () => toGlobalId('City', 'tokyo'));
    expect(await world.fail(document, { variables: { ids } })).toMatchObject([
      { extensions: { code: 'INVALID_PAGE' } },
    ]);
    expect((await world.ask(document, { variables: { ids: ids.slice(1) } })).nodes).toHaveLength(100);
  });
});

describe('lookups take exactly one argument', () => {
  test.each([
    ['city', '', 'Expected exactly one of id, slug, wikidataId, geonamesId, unlocode for "city", but got none.'],
    [
      'city',
      '(slug: null)',
      'Expected exactly one of id, slug, wikidataId, geonamesId, unlocode for "city", but got none.',
    ],
    [
      'city',
      '(slug: "quito", unlocode: "ECUIO")',
      'Expected exactly one of id, slug, wikidataId, geonamesId, unlocode for "city", but got slug and unlocode.',
    ],
    ['network', '', 'Expected exactly one of id, slug for "network", but got none.'],
    ['initiative', '', 'Expected exactly one of id, slug for "initiative", but got none.'],
    ['collectiveAction', '', 'Expected exactly one of id, slug for "collectiveAction", but got none.'],
    ['solution', '(id: "x", slug: "x")', 'Expected exactly one of id, slug for "solution", but got id and slug.'],
  ])('%s%s', async (field, args, message) => {
    const errors = await world.fail(`{ ${field}${args} { id } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'INVALID_LOOKUP' } }]);
  });

  test('null beside the one is nothing, and what is not there is null', async () => {
    const data = await world.ask(`{ city(id: null, slug: "quito") { slug } none: city(wikidataId: "Q0") { slug }
      lower: country(code: "ke") { code } unknown: country(code: "AQ") { code } }`);
    expect(data).toEqual({ city: { slug: 'quito' }, none: null, lower: { code: 'KE' }, unknown: null });
  });
});
