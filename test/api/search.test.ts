import { addCrowd } from '../support/crowd';
import { useWorld, type Json } from '../support/world';

const world = useWorld();

interface Hit {
  score: number;
  node: { __typename: string; slug: string };
}

const document = `query ($text: String!, $first: Int, $after: String) { search(text: $text, first: $first,
  after: $after) {
  totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
  edges { cursor score node { __typename ... on City { slug } ... on Network { slug } ... on Initiative { slug }
    ... on Solution { slug } } }
  nodes { ... on Node { id } } } }`;

async function search(text: string): Promise<Hit[]> {
  const data = await world.ask(document, { variables: { text, first: 100 } });
  expect(data.search.nodes).toHaveLength(data.search.edges.length);
  expect(Math.min(data.search.totalCount, 100)).toBe(data.search.edges.length);
  return data.search.edges;
}

test.each([
  ['without its accents', 'sao paulo', 'City:sao-paulo'],
  ['without its accents', 'bogota', 'City:bogota'],
  ['with its accents', 'Bogotá', 'City:bogota'],
  ['whatever the case', 'cOPENHAGEN', 'City:copenhagen'],
  ['in Spanish', 'Nueva York', 'City:new-york'],
  ['in Spanish, without accents', 'mexico, ciudad de', 'City:mexico-city'],
  ['in Chinese', '纽约', 'City:new-york'],
  ['in Chinese, its beginning', '墨西哥', 'City:mexico-city'],
  ['in German', 'Kopenhagen', 'City:copenhagen'],
  ['in Danish', 'københavn', 'City:copenhagen'],
  ['another name', 'Peking', 'City:beijing'],
  ['another name', 'new york city', 'City:new-york'],
  ['with a typo', 'Kopenhagn', 'City:copenhagen'],
  ['with a typo', 'Nairobbi', 'City:nairobi'],
  ['with a typo', 'Auckand', 'City:auckland'],
  ['its beginning', 'auck', 'City:auckland'],
  ['a network', 'cool cities', 'Network:cool-cities'],
  ['a network by a former name', 'low emission vehicles', 'Network:zero-emission-vehicles'],
  ['a network by a former name with a typo', 'eletric vehicles', 'Network:zero-emission-vehicles'],
  ['a network in Chinese', '凉爽城市', 'Network:cool-cities'],
  ['a network by a word of its name', 'andinas', 'Network:red-andina'],
  ['an initiative in another language', 'Urban Finance', 'Initiative:finanzas'],
  ['a solution', 'congestion charge', 'Solution:congestion-charge-london'],
  ['a solution in Spanish', 'tasa de congestion', 'Solution:congestion-charge-london'],
  ['a solution in Chinese, a part of its title', '拥堵', 'Solution:congestion-charge-london'],
])('%s: %s', async (_what, text, expected) => {
  const [best] = await search(text);
  expect(`${best?.node.__typename}:${best?.node.slug}`).toBe(expected);
});

test('best first, with scores from 0 to 1', async () => {
  for (const text of ['london', 'water', 'cool', 'new york', 'transport', '东京']) {
    const scores = (await search(text)).map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  }
});

test('of two cities of one name the larger one goes first, and both ahead of what only has the word', async () => {
  const slugs = (await search('london')).map(({ node }) => node.slug);
  expect(slugs.slice(0, 2)).toEqual(['london', 'london-ontario']);
});

test('each thing is found once, by however many of its names', async () => {
  const found = (await search('copenhagen')).map(({ node }) => node.slug);
  expect(found.filter((slug) => slug === 'copenhagen')).toHaveLength(1);
});

test('what nobody may see is not found, and what is taken back neither', async () => {
  for (const text of ['zanzibar', 'Sewer map for members', 'Mapa para miembros', 'Withdrawn misting']) {
    const slugs = (await search(text)).map(({ node }) => node.slug);
    expect(slugs.filter((slug) => /secret|members|withdrawn/.test(slug))).toEqual([]);
  }
});

test('nothing is found for what nothing is like', async () => {
  expect(await search('xyzzyqqq')).toEqual([]);
  expect(await search('%')).toEqual([]);
  expect(await search("'\\\\")).toEqual([]);
});

test('pages go through all results, none twice', async () => {
  await addCrowd(world, 30);
  const whole = (await search('crowd')).map(({ node }) => node);
  const paged: Json[] = [];
  for (let after: string | null = null, isLast = false; !isLast;) {
    const { edges, pageInfo, totalCount }: Json = (
      await world.ask(document, { variables: { text: 'crowd', first: 7, after } })
    ).search;
    expect(totalCount).toBe(120);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    paged.push(...edges.map(({ node }: Hit) => node));
    [after, isLast] = [pageInfo.endCursor, !pageInfo.hasNextPage];
  }
  expect(paged).toHaveLength(120);
  expect(new Set(paged.map(({ __typename, slug }) => `${__typename}:${slug}`)).size).toBe(120);
  expect(paged.slice(0, 100)).toEqual(whole);
});

test('a text that is empty or too long is refused', async () => {
  for (const text of ['', '   ', 'x'.repeat(201)]) {
    const errors = await world.fail(document, { variables: { text } });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_SEARCH', argument: 'text' } }]);
  }
  expect(await world.ask(document, { variables: { text: ` ${'x'.repeat(200)} ` } })).toMatchObject({
    search: { edges: [] },
  });
});
