import { toGlobalId } from '../../src/graphql/global-id';
import { MAX_REPRESENTATIONS } from '../../src/schema/entities';
import { servedSchema } from '../../src/schema/served';
import type { ModuleName } from '../../src/subgraphs/owned-by';
import { useWorld, type AskOptions } from '../support/world';

type Representation = Record<string, unknown>;

const served: [string, readonly ModuleName[] | undefined][] = [
  ['merged', undefined],
  ['the slice that owns cities', ['cities']],
];

const city = (slug: string): Representation => ({ __typename: 'City', id: toGlobalId('City', slug) });

describe.each(served)('_entities: %s', (_name, modules) => {
  const world = useWorld({ schema: () => servedSchema(modules) });
  const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    __typename ... on City { name population } ... on Country { code } } }`;
  const entities = async (representations: Representation[], options?: AskOptions) =>
    (await world.ask(document, { variables: { representations }, ...options }))._entities;

  test('a city by each of its keys, a country by each of its own', async () => {
    const berlin = { __typename: 'City', name: 'London' };
    const keys = [{ wikidataId: 'Q84' }, { geonamesId: '2643743' }, { unlocode: 'GBLON' }];
    const [known] = await world.sql<{ wikidata_id: string; geonames_id: string; unlocode: string }>(
      "SELECT wikidata_id, geonames_id, unlocode FROM city WHERE slug = 'london'",
    );
    expect([known!.wikidata_id, known!.geonames_id, known!.unlocode]).toEqual(keys.flatMap(Object.values));
    const found = await entities([city('london'), ...keys.map((key) => ({ __typename: 'City', ...key }))]);
    expect(found).toMatchObject([berlin, berlin, berlin, berlin]);
    const kenya = { __typename: 'Country', code: 'KE' };
    expect(await entities([{ ...kenya, id: toGlobalId('Country', 'KE') }, kenya])).toEqual([kenya, kenya]);
  });

  test('in the order asked, null where there is none, the same twice where it is asked for twice', async () => {
    const found = await entities([city('tokyo'), city('atlantis'), city('accra'), city('tokyo')]);
    expect(found.map((each: { name: string } | null) => each?.name)).toEqual(['Tokyo', undefined, 'Accra', 'Tokyo']);
    expect(await entities([])).toEqual([]);
  });

  test('a key that is null finds nothing, and leaves the word to another one', async () => {
    const found = await entities([
      { __typename: 'City', wikidataId: null },
      { __typename: 'City', wikidataId: null, unlocode: 'GBLON' },
    ]);
    expect(found).toMatchObject([null, { name: 'London' }]);
  });

  test('one statement for each type and key, whatever the number, and one for keys that may be former ones', async () => {
    const [{ count }] = (await world.sql('SELECT count(*) FROM city')) as [{ count: string }];
    const slugs = (await world.sql<{ slug: string }>('SELECT slug FROM city')).map(({ slug }) => slug);
    expect(Number(count)).toBeGreaterThan(10);
    world.statements.length = 0;
    await entities([
      ...slugs.map(city),
      { __typename: 'City', unlocode: 'GBLON' },
      { __typename: 'City', unlocode: 'NONE' },
      { __typename: 'Country', code: 'KE' },
      { __typename: 'Country', code: 'GB' },
    ]);
    expect(world.statements).toHaveLength(4);
  });

  test.each<[string, Representation, RegExp]>([
    ['an unknown type', { __typename: 'Planet', id: 'x' }, /^Expected one of the types .*City.*, but got "Planet"\.$/],
    ['no type', { id: 'x' }, /^Expected one of the types .*, but got null\.$/],
    ['a value, which has no key', { __typename: 'CityEdge', cursor: 'x' }, /^Expected one of the types/],
    [
      'no key',
      { __typename: 'City', name: 'London' },
      /^Expected id or wikidataId or geonamesId or unlocode of a City, but got \{"__typename":"City","name":"London"\}\.$/,
    ],
    [
      'a key that is no text',
      { __typename: 'City', geonamesId: 2643743 },
      /^Expected a text for City\.geonamesId, but got 2643743\.$/,
    ],
    ['an id of another type', { __typename: 'City', id: toGlobalId('Country', 'KE') }, /^Expected the id of a City/],
  ])('%s is an error of its own, and leaves the others alone', async (_what, wrong, message) => {
    const representations = [city('tokyo'), wrong, city('accra')];
    const { data, errors } = await world.execute(document, { variables: { representations } });
    expect(data._entities).toMatchObject([{ name: 'Tokyo' }, null, { name: 'Accra' }]);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(message),
        path: ['_entities', 1],
        extensions: { code: expect.stringMatching(/^INVALID_(REPRESENTATION|ID)$/) },
      },
    ]);
  });

  test(`at most ${MAX_REPRESENTATIONS} in a request, however it is written`, async () => {
    const many = (count: number) => Array.from({ length: count }, () => city('tokyo'));
    expect(await entities(many(MAX_REPRESENTATIONS))).toHaveLength(MAX_REPRESENTATIONS);
    const code = 'INVALID_REPRESENTATION';
    expect(await world.fail(document, { variables: { representations: many(MAX_REPRESENTATIONS + 1) } })).toMatchObject(
      [{ extensions: { code } }],
    );
    const twice = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename } b: _entities(representations: $r) { __typename } }`;
    expect(await world.fail(twice, { variables: { r: many(600) } })).toMatchObject([{ extensions: { code } }]);
  });

  test('representations may stand in the document', async () => {
    const data = await world.ask(
      `query ($code: String) { _entities(representations: [{ __typename: "Country", code: $code }]) { ... on Country { code } } }`,
      { variables: { code: 'KE' } },
    );
    expect(data).toEqual({ _entities: [{ code: 'KE' }] });
  });

  test('texts come in the reader’s language', async () => {
    expect(await entities([city('london')], { locales: ['es'] })).toMatchObject([{ name: 'Londres' }]);
  });
});

describe('_entities of a slice that adds to another one’s entity', () => {
  const world = useWorld({ schema: () => servedSchema(['collaborations']) });

  test('what it adds, by the id alone', async () => {
    world.statements.length = 0;
    const data = await world.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on City { peers { totalCount } } } }`,
      { variables: { r: ['bogota', 'tokyo', 'nairobi', 'atlantis'].map(city) } },
    );
    expect(data._entities.map((each: object | null) => each !== null)).toEqual([true, true, true, false]);
    expect(world.statements).toHaveLength(3);
    const wrong = { __typename: 'City', unlocode: 'GBLON' };
    expect(
      await world.fail(`query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`, {
        variables: { r: [wrong] },
      }),
    ).toMatchObject([{ message: expect.stringMatching(/^Expected id of a City/) }]);
  });

  test('what is only referred to is not found here', async () => {
    const errors = await world.fail(`query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`, {
      variables: { r: [{ __typename: 'Solution', id: toGlobalId('Solution', 'x') }] },
    });
    expect(errors[0]!.message).toBe('Expected one of the types City, Collaboration, Network, but got "Solution".');
  });
});

describe('_entities shows what its asker may see', () => {
  const world = useWorld();
  const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Solution { slug } } }`;

  test('a draft is there for its city alone', async () => {
    const [draft] = await world.sql<{ slug: string; city_id: number; city: string }>(
      "SELECT s.slug, s.city_id, c.slug AS city FROM solution s JOIN city c ON c.id = s.city_id WHERE s.status = 'DRAFT' LIMIT 1",
    );
    const { slug, city_id: rowId, city: citySlug } = draft!;
    const variables = { r: [{ __typename: 'Solution', id: toGlobalId('Solution', slug) }] };
    expect(await world.ask(document, { variables })).toEqual({ _entities: [null] });
    const viewer = {
      subject: 'office',
      issuer: 'https://issuer.example',
      roles: ['PRACTITIONER'] as const,
      city: { rowId, slug: citySlug },
      networks: [],
      expiresAt: 4_000_000_000,
    };
    expect(await world.ask(document, { variables, viewer })).toEqual({ _entities: [{ slug }] });
  });
});

test('_service tells the schema of the slice', async () => {
  const query = servedSchema(['cities']).getQueryType()!.getFields();
  const { sdl } = (await query['_service']!.resolve!({}, {}, {}, {} as never)) as { sdl: string };
  expect(sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.9"');
  expect(sdl).toContain(
    'type City implements Node @key(fields: "id") @key(fields: "wikidataId") @key(fields: "geonamesId") @key(fields: "unlocode")',
  );
  expect(sdl).not.toContain('_entities');
});
