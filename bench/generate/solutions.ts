import { maybeDay, moment } from './dates';
import { array, type Filling } from './filling';
import type { Places } from './places';
import { Zipf, type Random } from './random';
import { Words, type Language } from './words';

const SOLUTIONS = 40_000;
const ADOPTIONS = 120_000;
const ACTIONS = 30_000;

// The most frequent first.
const SECTORS = [
  'TRANSPORT', 'BUILDINGS', 'WASTE', 'ENERGY_SUPPLY', 'ADAPTATION', 'WATER', 'LAND_USE', 'FOOD', 'AIR_QUALITY',
  'CROSS_SECTORAL', 'FINANCE',
]; // prettier-ignore

type Rows = (string | number | null)[][];

/** Solutions with texts, translations, networks and adoptions, and actions. */
export async function fillSolutions(filling: Filling, places: Places, networks: number[]): Promise<void> {
  await fillTexts(filling, places);
  const solutions = (await filling.rows('SELECT id, city_id FROM solution ORDER BY slug COLLATE "C"')) as [
    number,
    number,
  ][];
  await fillNetworksOf(filling, 'solution', networks);
  await fillAdoptions(filling, places, networks, solutions);
  await fillActions(filling, places);
  await fillNetworksOf(filling, 'action', networks);
}

async function fillTexts(filling: Filling, { cities, names }: Places): Promise<void> {
  const random = filling.random('solutions');
  const words = new Words(random);
  const [city, sector] = [new Zipf(random, cities.length, 0.7), new Zipf(random, SECTORS.length, 0.6)];
  const [solutions, translations]: [Rows, Rows] = [[], []];
  for (const id of await filling.newIds('solution', filling.count(SOLUTIONS))) {
    const cityId = cities[city.next()]!;
    const language: Language = random.chance(0.15) ? 'es' : 'en';
    const text = texts(words, random, language, names.get(cityId)!);
    const { day, precision } = maybeDay(random);
    const status = random.chance(0.94) ? 'PUBLISHED' : random.pick(['DRAFT', 'WITHDRAWN']);
    const visibility = random.chance(0.96) ? 'PUBLIC' : 'MEMBERS';
    const links = array([`https://example.org/solutions/${id}`]);
    const publishedAt = status === 'DRAFT' ? null : moment(random);
    solutions.push([
      id, `solution-${id}`, cityId, ...text, language, SECTORS[sector.next()]!, status, visibility, publishedAt, day,
      precision, links,
    ]); // prettier-ignore
    if (language === 'en' && random.chance(0.4))
      translations.push([id, 'es', ...texts(words, random, 'es', names.get(cityId)!)]);
  }
  const columns =
    'id slug city_id title summary body original_locale sector status visibility published_at started_on date_precision links';
  await filling.copy('solution', columns, solutions);
  await filling.copy('solution_translation', 'solution_id locale title summary body', translations);
}

/** Title, summary and, for some, a body. */
const texts = (words: Words, random: Random, language: Language, city: string): (string | null)[] => [
  `${words.phrase(language, random.between(2, 5))} ${language === 'es' ? 'en' : 'in'} ${city}`,
  words.sentences(language, random.between(1, 3)),
  random.chance(0.3) ? words.article(language) : null,
];

/** One to three networks for each solution, and for some of the actions. */
async function fillNetworksOf(filling: Filling, table: 'solution' | 'action', networks: number[]): Promise<void> {
  const random = filling.random(`${table} networks`);
  const network = new Zipf(random, networks.length, 0.6);
  const owners = (await filling.rows(`
    SELECT id FROM ${table} o WHERE NOT EXISTS (SELECT FROM ${table}_network n WHERE n.${table}_id = o.id)
      ${table === 'action' ? "AND influences <> '{}'" : ''} ORDER BY id`)) as [number][];
  const rows = owners.flatMap(([id]) => {
    const chosen = Array.from({ length: random.between(1, 3) }, () => networks[network.next()]!);
    return [...new Set(chosen)].map((networkId) => [id, networkId]);
  });
  await filling.copy(`${table}_network`, `${table}_id network_id`, rows);
}

async function fillAdoptions(
  filling: Filling,
  { cities }: Places,
  networks: number[],
  solutions: [number, number][],
): Promise<void> {
  const random = filling.random('adoptions');
  const [solution, city] = [new Zipf(random, solutions.length, 0.7), new Zipf(random, cities.length, 0.5)];
  const taken = await filling.pairs('adoption', 'solution_id', 'city_id');
  const rows: Rows = [];
  const ids = await filling.newIds('adoption', filling.count(ADOPTIONS));
  while (rows.length < ids.length) {
    const id = ids[rows.length]!;
    const [[solutionId, ownerId], cityId] = [solutions[solution.next()]!, cities[city.next()]!];
    if (cityId === ownerId || !taken.add(solutionId, cityId)) continue;
    const { day, precision } = maybeDay(random);
    const kind = random.pick(['REPLICATED', 'REPLICATED', 'IMPROVED', 'ACCELERATED']);
    const status = random.pick(['CONSIDERING', 'IN_PROGRESS', 'IMPLEMENTED', 'IMPLEMENTED', 'STOPPED']);
    const via = random.chance(0.4) ? random.pick(networks) : null;
    const learnedFrom = random.chance(0.6) ? ownerId : null;
    const confirmed = random.chance(0.5) ? 't' : 'f';
    rows.push([id, `adoption-${id}`, solutionId, cityId, learnedFrom, kind, status, day, precision, via, confirmed]);
  }
  const columns = 'id slug solution_id city_id learned_from_id kind status adopted_on date_precision via_id confirmed';
  await filling.copy('adoption', columns, rows);
}

async function fillActions(filling: Filling, { cities, names }: Places): Promise<void> {
  const random = filling.random('actions');
  const words = new Words(random);
  const [city, sector] = [new Zipf(random, cities.length, 0.6), new Zipf(random, SECTORS.length, 0.6)];
  const rows: Rows = [];
  for (const id of await filling.newIds('action', filling.count(ACTIONS))) {
    const cityId = cities[city.next()]!;
    const influences = random.pick([null, '{}', '{NEW}', '{BETTER}', '{BETTER,FASTER}']);
    const status = random.pick(['PLANNED', 'IN_PROGRESS', 'COMPLETED', 'STOPPED']);
    const title = `${words.phrase('en', 4)} in ${names.get(cityId)!}`;
    const { day, precision } = maybeDay(random);
    const reported = [day ?? moment(random).slice(0, 10), precision ?? 'DAY'];
    rows.push([id, `action-${id}`, cityId, title, 'en', SECTORS[sector.next()]!, status, ...reported, influences]);
  }
  const columns = 'id slug city_id title original_locale sector status reported_on date_precision influences';
  await filling.copy('action', columns, rows);
}
