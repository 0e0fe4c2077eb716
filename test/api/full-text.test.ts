import { useWorld } from '../support/world';

const world = useWorld();

async function found(text: string): Promise<string[]> {
  const document =
    'query ($t: String) { solutions(filter: { text: $t }, orderBy: { field: TITLE }) { nodes { slug } } }';
  const data = await world.ask(document, { variables: { t: text } });
  return data.solutions.nodes.map(({ slug }: { slug: string }) => slug);
}

test.each([
  ['a word of the title', 'superhighways', ['cycle-superhighways-london']],
  ['a word of the summary', 'cellars', ['cloudburst-copenhagen']],
  ['a word of the body', 'harbour', ['cloudburst-copenhagen']],
  ['another form of a word: streets, flooded', 'flooding street', ['cloudburst-copenhagen']],
  ['all words, wherever they stand', 'buses centre', ['congestion-charge-london']],
  ['whatever their case', 'MISTING OR superHIGHWAYS', ['cycle-superhighways-london']],
  ['a phrase', '"clean water"', ['water-kiosks-nairobi']],
  ['words that are there, but not as a phrase', '"water clean"', []],
  ['or', 'sensors or kiosks', ['air-sensors-accra', 'water-kiosks-nairobi']],
  ['without', 'roofs -white', ['green-roofs-tokyo']],
  ['without a phrase', 'roofs -"heat waves"', ['green-roofs-tokyo']],
  ['Spanish, without its accent and in another form', 'ciclovias', ['ciclovia-bogota']],
  ['Spanish, in a translation', 'techo blanco', ['cool-roofs-new-york']],
  ['Spanish, the original of which is in English', 'conductores', ['congestion-charge-london']],
  ['English, the original of which is in Spanish', 'avenue bicycle', ['ciclovia-bogota']],
  ['Portuguese, without stemming', 'hortas', ['school-meals-sao-paulo']],
  ['Chinese', '自行车', ['ciclovia-bogota']],
  ['Chinese in the summary', '司机', ['congestion-charge-london']],
  ['two terms in Chinese', '周日 大道', ['ciclovia-bogota']],
  ['Chinese without a term', '自行车 -大道', []],
  ['Chinese without a term that is not there', '自行车 -司机', ['ciclovia-bogota']],
  ['a term in Chinese that is nowhere', '地铁', []],
  ['nothing but stop words', 'the of', []],
  ['an operator that stands alone', 'or', []],
])('%s: %s', async (_what, text, slugs) => {
  expect(await found(text)).toEqual(slugs);
});

test('characters that mean something to PostgreSQL are only characters', async () => {
  expect(await found("water & | ! ( ) : * <-> ' \\ kiosks")).toEqual(['water-kiosks-nairobi']);
});

test('what nobody may see is not found by its text', async () => {
  expect(await found('zanzibar')).toEqual([]);
});
