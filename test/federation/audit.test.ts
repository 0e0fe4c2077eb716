// In the manner of The Guild's audit of federation gateways (https://the-guild.dev/graphql/hive/federation-gateway-audit): three of its
// suites, with our cities for its books, and partners that know them by different keys.
import { isInterfaceType } from 'graphql';
import { toGlobalId } from '../../src/graphql/global-id';
import { GROUPINGS, type Grouping } from '../../src/schema/groupings';
import { mergedSchema } from '../../src/schema/merged';
import { useFederatedWorld } from '../support/federated-world';
import { Partner } from '../support/partner';

const noise = new Partner({
  name: 'noise',
  key: 'geonamesId',
  fields: 'noise: Float',
  cities: [
    { geonamesId: '2643743', noise: 61.7 }, // London
    { geonamesId: null, noise: 50 },
    { geonamesId: '1', noise: 40 }, // None of ours.
    { geonamesId: '3688689', noise: 66.3 }, // Bogotá
  ],
});
const trees = new Partner({
  name: 'trees',
  key: 'unlocode',
  fields: 'trees: Int',
  cities: [
    { unlocode: 'COBOG', trees: 1_300_000 },
    { unlocode: 'GBLON', trees: 8_400_000 },
  ],
});
const theatres = new Partner({
  name: 'theatres',
  key: 'wikidataId',
  fields: 'theatres: Int',
  cities: [{ wikidataId: 'Q84', theatres: 241 }],
});
const partners = [noise, trees, theatres];

const groupings: [string, Grouping][] = Object.entries(GROUPINGS);

describe.each(groupings)('audit: %s', (_name, grouping) => {
  const federated = useFederatedWorld(grouping, undefined, () => Promise.all(partners.map((each) => each.start())));
  afterAll(() => partners.forEach((each) => each.stop()));
  const ask = async (query: string, variables?: object) => (await federated.post({ query, variables })).json;

  describe('null keys', () => {
    test('what has no key, or an unknown one, has nothing of ours; its neighbours do', async () => {
      const { data, errors } = await ask('{ noise { noise networks { totalCount } } }');
      expect(errors).toBeUndefined();
      const networks = { totalCount: expect.any(Number) };
      expect(data.noise).toMatchObject([
        { noise: 61.7, networks },
        { noise: 50, networks: null },
        { noise: 40, networks: null },
        { noise: 66.3, networks },
      ]);
    });

    test('what we promise of every city leaves none where there is no city', async () => {
      const { data } = await ask('{ noise { noise name country { code } } }');
      expect(data.noise).toEqual([
        { noise: 61.7, name: 'London', country: { code: 'GB' } },
        null,
        null,
        { noise: 66.3, name: 'Bogotá', country: { code: 'CO' } },
      ]);
    });

    test('a city without the partner’s key has nothing of the partner’s', async () => {
      await federated.world.sql("UPDATE city SET unlocode = NULL WHERE slug = 'tokyo'");
      const { data, errors } = await ask('{ city(slug: "tokyo") { name unlocode trees noise } }');
      expect(errors).toBeUndefined();
      expect(data.city).toEqual({ name: 'Tokyo', unlocode: null, trees: null, noise: null });
    });
  });

  describe('keys mash-up', () => {
    test('from one partner to the others, by way of the keys that only we know', async () => {
      const { data, errors } = await ask('{ trees { trees noise theatres name } theatres { theatres trees } }');
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        trees: [
          { trees: 1_300_000, noise: 66.3, theatres: null, name: 'Bogotá' },
          { trees: 8_400_000, noise: 61.7, theatres: 241, name: 'London' },
        ],
        theatres: [{ theatres: 241, trees: 8_400_000 }],
      });
    });

    test('from our lists to all of them, each asked once for each city', async () => {
      for (const { asked } of partners) asked.length = 0;
      const { data, errors } = await ask(
        'query ($ids: [ID!]!) { cities(filter: { id: { in: $ids } }) { nodes { name noise trees theatres } } }',
        { ids: ['bogota', 'london'].map((slug) => toGlobalId('City', slug)) },
      );
      expect(errors).toBeUndefined();
      expect(data.cities.nodes).toEqual([
        { name: 'Bogotá', noise: 66.3, trees: 1_300_000, theatres: null },
        { name: 'London', noise: 61.7, trees: 8_400_000, theatres: 241 },
      ]);
      for (const { asked } of partners) expect(asked).toHaveLength(2);
    });
  });

  describe('node', () => {
    const slugs: Record<string, string> = {
      Country: 'KE', City: 'mombasa', Initiative: 'energy', Network: 'air-sensors', Membership: 'mombasa-water',
      CollectiveAction: 'green-roof-accord', Signature: 'bogota-clean-air', Solution: 'ciclovia-bogota',
      Adoption: 'ciclovia-sao-paulo', Action: 'nairobi-trees', Collaboration: 'mentoring-accra',
    }; // prettier-ignore
    const type = mergedSchema().getType('Node');
    const names = isInterfaceType(type)
      ? mergedSchema()
          .getPossibleTypes(type)
          .map(({ name }) => name)
      : [];

    test('every type by its id, all at once', async () => {
      expect(Object.keys(slugs)).toEqual(expect.arrayContaining(names.filter((name) => name in slugs)));
      const ids = Object.entries(slugs).map(([name, slug]) => toGlobalId(name, slug));
      const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
      expect(errors).toBeUndefined();
      expect(data.nodes).toEqual(Object.keys(slugs).map((name, i) => ({ __typename: name, id: ids[i] })));
    });

    test('fields of another slice and of a partner, in fragments of several types', async () => {
      const ids = [toGlobalId('City', 'london'), toGlobalId('Network', 'cool-cities'), toGlobalId('City', 'atlantis')];
      const { data, errors } = await ask(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on City { name noise solutions { totalCount } } ...N } }
         fragment N on Network { slug members(first: 1) { nodes { name trees } } }`,
        { ids },
      );
      expect(errors).toBeUndefined();
      expect(data.nodes).toMatchObject([
        { name: 'London', noise: 61.7, solutions: { totalCount: expect.any(Number) } },
        { slug: 'cool-cities', members: { nodes: [{ name: expect.any(String) }] } },
        null,
      ]);
    });
  });
});
