import fs from 'node:fs';
import path from 'node:path';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { acceptedLocales } from '../../src/data/locale';
import { servedSchema } from '../../src/schema/served';
import { keysOnly } from '../support/keys-only';
import { useWorld } from '../support/world';

const GOLDEN = path.join(__dirname, '../golden');

// Together they ask for every field of the schema: test/golden/coverage.test.ts holds them to it.
const operations = fs.readdirSync(GOLDEN).filter((file) => file.endsWith('.graphql'));

describe('what a module adds to another one’s entity is resolved by its key alone', () => {
  const world = useWorld({ schema: () => keysOnly(servedSchema()) });

  test.each(operations)('%s', async (file) => {
    const document = fs.readFileSync(path.join(GOLDEN, file), 'utf8');
    const [, languages] = /^# Accept-Language: (.*)$/m.exec(document) ?? [];
    const { errors } = await world.execute(document, { locales: acceptedLocales(languages) });
    const complaints = world.log.map(({ err }) => (err as Error | undefined)?.message).filter(Boolean);
    expect(complaints).toEqual([]);
    expect(errors).toBeUndefined();
  });
});

test('a field that reads more is found, and named', () => {
  const city = new GraphQLObjectType({
    name: 'City',
    extensions: { owner: 'cities', keys: ['id'] },
    fields: {
      population: { type: GraphQLInt },
      networksPerHead: {
        type: GraphQLInt,
        extensions: { owner: 'networks' },
        resolve: (root: { population: number }) => 5 / root.population,
      },
    },
  });
  const guarded = keysOnly(new GraphQLSchema({ types: [city] })).getType('City') as GraphQLObjectType;
  const { population, networksPerHead } = guarded.getFields();
  expect(population!.resolve).toBeUndefined();
  expect(() => networksPerHead!.resolve!({ population: 1 }, {}, {}, {} as never)).toThrow(
    'City.networksPerHead of networks reads City.population: of another module’s entity only the id is there.',
  );
});
