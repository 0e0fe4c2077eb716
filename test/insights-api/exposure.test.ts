import { exposure } from '../../src/insights/exposure';
import { syntheticHistory, YEARS } from '../insights/histories';
import { useWorld, type Json } from '../support/world';

// A history with a known effect, written into the tables: what the API finds in it is what the method finds in the history itself.
const world = useWorld({ data: null });
const history = syntheticHistory(3, 7);

type Cells = readonly (string | number | null)[];

/** @param columns names and types of what the rows have, in the order of the table's columns */
async function insert(into: string, columns: string, rows: readonly Cells[]): Promise<void> {
  const names = columns.split(', ').map((column) => column.split(' ')[0]!);
  const objects = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  const select = `SELECT * FROM json_to_recordset($1::json) AS r(${columns})`;
  await world.sql(`INSERT INTO ${into} ${select}`, [JSON.stringify(objects)]);
}

const ADOPTION = `adoption (slug, solution_id, city_id, adopted_on, date_precision, kind, status, confirmed)`;
const ADOPTION_COLUMNS =
  'slug text, solution integer, city integer, day date, precision text, kind text, status text, confirmed boolean';
const SOLUTION = `solution (id, slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)`;
const SOLUTION_COLUMNS =
  'id integer, slug text, city integer, title text, summary text, locale text, sector text, status text, visibility text, day timestamptz';

const adoption = (solution: number, city: number, day: string | null, status = 'IMPLEMENTED') =>
  [`${solution}-${city}`, solution, city, day, day && 'DAY', 'REPLICATED', status, 1] as const;
const solution = (id: number, city: number, status = 'PUBLISHED', visibility = 'PUBLIC', sector = 'WATER') =>
  [
    id,
    `solution-${String(id).padStart(3, '0')}`,
    city,
    'It',
    'It.',
    'en',
    sector,
    status,
    visibility,
    `${YEARS.first}-05-01`,
  ] as const;

// Row ids are from 1.
beforeAll(async () => {
  await world.sql(`INSERT INTO country (id, code, name) VALUES (1, 'KE', 'Kenya')`);
  const cities = [...history.memberships.map(({ city }) => city), 900, 901];
  await insert(
    'city (id, slug, name, country_id)',
    'id integer, slug text, name text, country integer',
    cities.map((city) => [city + 1, `city-${city}`, 'City', 1]),
  );
  await world.sql(
    `INSERT INTO network (id, slug, name, original_locale) SELECT i, 'network-' || i, 'Network', 'en' FROM generate_series(1, 10) i`,
  );
  await insert(
    'membership (slug, city_id, network_id, role, started_on, ongoing)',
    'slug text, city integer, network integer, role text, day date, ongoing boolean',
    history.memberships.map(({ city, network }) => [
      `member-${city}`,
      city + 1,
      network + 1,
      'MEMBER',
      '1990-01-01',
      1,
    ]),
  );
  await insert(
    SOLUTION,
    SOLUTION_COLUMNS,
    history.solutions.map(({ origin }, i) => solution(i + 1, origin + 1)),
  );
  await insert(
    ADOPTION,
    ADOPTION_COLUMNS,
    history.solutions.flatMap(({ adoptions }, i) =>
      adoptions.map(({ city, year }) => adoption(i + 1, city + 1, `${year}-06-30`)),
    ),
  );
});

const DOCUMENT = `{ exposure { exposed { adoptionCount opportunityCount ratePer1000 } unexposed { adoptionCount opportunityCount }
  rateRatio interval95 excludedUndatedCount } }`;

const expected = (of: typeof history): Json => {
  const { exposed, unexposed, rateRatio, interval95, undatedCount } = exposure(of);
  const near = (value: number) => expect.closeTo(value, 9) as number;
  return {
    exposed: { ...exposed, ratePer1000: near((1000 * exposed.adoptionCount) / exposed.opportunityCount) },
    unexposed,
    rateRatio: near(rateRatio!),
    interval95: interval95!.map(near),
    excludedUndatedCount: undatedCount,
  };
};

test('a known effect that is in the tables is found by the API', async () => {
  const { exposure: found } = await world.ask(DOCUMENT);
  expect(found).toEqual(expected(history));
  expect(found.rateRatio).toBeGreaterThan(2.4);
  expect(found.interval95[0]).toBeGreaterThan(1);
});

test('undated rows are left out and counted; what is considered, a draft, or not for all is not there', async () => {
  const never = history.memberships.map(({ city }) => city).filter((city) => !takersOf(0).has(city));
  const [undated, considering] = never as [number, number];
  await insert(ADOPTION, ADOPTION_COLUMNS, [
    adoption(1, undated + 1, null),
    adoption(1, considering + 1, '2005-01-01', 'CONSIDERING'),
  ]);
  // A city with an undated membership alone is at no risk; another one that is in no network neither.
  await world.sql(`INSERT INTO membership (slug, city_id, network_id, role) VALUES ('undated', 901, 1, 'MEMBER')`);
  await insert(SOLUTION, SOLUTION_COLUMNS, [solution(801, 1, 'DRAFT'), solution(802, 1, 'PUBLISHED', 'MEMBERS')]);
  await insert(
    ADOPTION,
    ADOPTION_COLUMNS,
    [801, 802].flatMap((id) => [2, 3, 4].map((city) => adoption(id, city, '2004-01-01'))),
  );
  // As an event would tell it: what has been computed is of before.
  await world.sql(`SELECT announce('SOLUTION_REVISED', 'Solution', 'solution-001'); SELECT number_events(10)`);
  const [first, ...rest] = history.solutions;
  const changed = { ...history, solutions: [{ ...first!, undated: [undated] }, ...rest], undatedCount: 2 };
  expect((await world.ask(DOCUMENT)).exposure).toEqual(expected(changed));
});

const takersOf = (i: number): Set<number> => {
  const { origin, adoptions } = history.solutions[i]!;
  return new Set([origin, ...adoptions.map(({ city }) => city)]);
};

test('too few adoptions make no ratio', async () => {
  const { exposure: found } = await world.ask(
    '{ exposure(filter: { sector: { eq: FOOD } }) { rateRatio interval95 exposed { ratePer1000 } } }',
  );
  expect(found).toEqual({ rateRatio: null, interval95: null, exposed: { ratePer1000: null } });
});

const CAVEATS = {
  en: [
    /not a causal estimate/,
    /[Ll]ike cities join the same networks/,
    /reporting is uneven/,
    /in the sample because they spread/,
  ],
  es: [
    /No es una estimación causal/,
    /ciudades parecidas se unen a las mismas redes/,
    /informes son desiguales/,
    /en la muestra porque se difundieron/,
  ],
  zh: [/不是因果估计/, /相似的城市会加入相同的网络/, /报告并不均衡/, /方案之所以在样本中，正是因为它们得到了传播/],
};

test.each(Object.entries(CAVEATS))('the caveat says in %s what the figure does not mean', async (locale, parts) => {
  const { exposure: asked } = await world.ask(
    `{ exposure { caveat(locale: "${locale}-XX") method(locale: "${locale}") } }`,
  );
  for (const part of parts) expect(asked.caveat).toMatch(part);
  const { exposure: told } = await world.ask('{ exposure { caveat method } }', { locales: ['fr', locale] });
  expect(told).toEqual(asked);
  expect(told.method).toMatch(/Mantel/);
});
