import { toGlobalId } from '../../src/graphql/global-id';
import { useWorld, type Json } from '../support/world';

const world = useWorld();

// Accra reports one action three times: what it made of it is first not said, then BETTER by way of Left, then nothing; and another one
// once, without an answer. Paris was influenced by Right, of which it was no member on that day. Quito was not, Suva does not say.
const REPORTS = `INSERT INTO action (slug, city_id, title, original_locale, sector, status, reported_on, influences, revision_of_id)
  SELECT r.slug, c.id, 'Trees', 'en', r.sector, 'COMPLETED', r.day::date, r.influences::text[], o.id
  FROM (VALUES ('first', 'accra', 'WATER', '2019-05-01', NULL, NULL), ('second', 'accra', 'WATER', '2021-05-01', '{BETTER}', 'first'),
    ('third', 'accra', 'WATER', '2023-05-01', '{}', 'second'), ('silent', 'accra', 'FOOD', '2020-01-01', NULL, NULL),
    ('paris', 'paris', 'FOOD', '2020-06-01', '{NEW,FASTER}', NULL), ('quito', 'quito', 'WATER', '2022-01-01', '{}', NULL),
    ('suva', 'suva', 'FOOD', '2022-01-01', NULL, NULL)) AS r(slug, city, sector, day, influences, revises)
    JOIN city c ON c.slug = r.city LEFT JOIN action o ON o.slug = r.revises WHERE r.slug = ANY ($1)`;

beforeAll(async () => {
  await world.sql('DELETE FROM action_network; DELETE FROM action; DELETE FROM membership');
  await world.sql(
    `INSERT INTO network (slug, name, original_locale) VALUES ('left', 'Left', 'en'), ('right', 'Right', 'en')`,
  );
  await world.sql(`INSERT INTO membership (slug, city_id, network_id, role, started_on, ended_on)
    SELECT m.city || '-' || m.network, c.id, n.id, 'MEMBER', m.since::date, m.until::date
    FROM (VALUES ('accra', 'left', '2021-05-01', '2023-05-01'), ('accra', 'right', '2000-01-01', NULL),
      ('paris', 'left', '2010-01-01', '2020-06-02'), ('paris', 'right', '2020-06-02', NULL),
      ('quito', 'left', '2000-01-01', NULL), ('quito', 'right', '2000-01-01', NULL)) AS m(city, network, since, until)
      JOIN city c ON c.slug = m.city JOIN network n ON n.slug = m.network`);
  for (const slugs of [['first', 'silent', 'paris', 'quito', 'suva'], ['second'], ['third']])
    await world.sql(REPORTS, [slugs]);
  await world.sql(`INSERT INTO action_network SELECT a.id, n.id FROM action a JOIN network n
    ON (a.slug, n.slug) IN (('second', 'left'), ('paris', 'right'))`);
});

const FIGURES = `actionCount answeredActionCount influencedActionCount influencedActionShare influencedActionShareBounds
  cityCount answeredCityCount influencedCityCount influencedCityShare influencedCityShareBounds`;

const third = 0.333333333333;
const twoThirds = 0.666666666667;

test('an action counts by its latest report; what is not answered is unknown, and an empty list is a no', async () => {
  const { impact } = await world.ask(`{ impact { ${FIGURES} byInfluence { influence actionCount } } }`);
  expect(impact).toEqual({
    // Accra's action by its third report, and its silent one; Paris, Quito and Suva.
    actionCount: 5,
    answeredActionCount: 3,
    influencedActionCount: 1,
    influencedActionShare: third,
    influencedActionShareBounds: [1 / 5, 3 / 5],
    cityCount: 4,
    answeredCityCount: 3,
    influencedCityCount: 1,
    influencedCityShare: third,
    // Accra and Suva may have been influenced, too.
    influencedCityShareBounds: [1 / 4, 3 / 4],
    byInfluence: [
      { influence: 'NEW', actionCount: 1 },
      { influence: 'BETTER', actionCount: 0 },
      { influence: 'FASTER', actionCount: 1 },
    ],
  });
});

test.each([
  [
    'before 2022, the second report is the latest',
    '{ lt: "2022-01-01" }',
    [3, 2, 2, 1, [twoThirds, 1], 2, 2, 2, 1, [1, 1]],
  ],
  ['in 2019 there is no answer', '{ lt: "2020-01-01" }', [1, 0, 0, null, [0, 1], 1, 0, 0, null, [0, 1]]],
  ['in 2023 there is a no', '{ gte: "2023-01-01" }', [1, 1, 0, 0, [0, 0], 1, 1, 0, 0, [0, 0]]],
  ['later there is nothing', '{ gte: "2024-01-01" }', [0, 0, 0, null, null, 0, 0, 0, null, null]],
])('the window of time chooses the report: %s', async (_, reportedOn, figures) => {
  const { impact } = await world.ask(`{ impact(filter: { reportedOn: ${reportedOn} }) { ${FIGURES} } }`);
  expect(Object.values(impact as object)).toEqual(figures);
});

const byNetwork = async (reportedOn: string): Promise<Json> => {
  const { impact } =
    await world.ask(`{ impact(filter: { reportedOn: ${reportedOn} }) { actionCount breakdown(by: NETWORK) {
    value label impact { actionCount answeredActionCount influencedActionCount cityCount } } } }`);
  return impact;
};

const group = (value: string, label: string, ...figures: number[]): Json => {
  const [actionCount, answeredActionCount, influencedActionCount, cityCount] = figures;
  return { value, label, impact: { actionCount, answeredActionCount, influencedActionCount, cityCount } };
};

test('a network has the actions of those who were members on the day of the report, and its influence is where it is named', async () => {
  const { breakdown } = await byNetwork('{ lt: "2022-01-01" }');
  expect(breakdown).toEqual([
    // Accra joined on the very day of its second report, which names the network; Paris was still a member, but names the other one.
    group('left', 'Left', 2, 2, 1, 2),
    // Accra was a member, but its report does not name it; Paris was none yet.
    group('right', 'Right', 2, 1, 0, 1),
  ]);
});

test('groups overlap, and do not sum up', async () => {
  const { actionCount, breakdown } = await byNetwork('{ gte: "2000-01-01" }');
  // Accra had left on the day of its third report; Quito is in both; Suva is in none.
  expect(breakdown).toEqual([group('left', 'Left', 2, 2, 0, 2), group('right', 'Right', 3, 2, 0, 2)]);
  expect(actionCount).toBe(5);
});

test('a group can be parted once more', async () => {
  const { impact } =
    await world.ask(`{ impact { breakdown(by: NETWORK) { value impact { breakdown(by: YEAR) { value impact {
    actionCount } } } } } }`);
  const years = (counts: Record<string, number>) =>
    Object.entries(counts).map(([value, actionCount]) => ({ value, impact: { actionCount } }));
  expect(impact.breakdown).toEqual([
    { value: 'left', impact: { breakdown: years({ 2020: 1, 2022: 1 }) } },
    { value: 'right', impact: { breakdown: years({ 2020: 1, 2022: 1, 2023: 1 }) } },
  ]);
});

test('other parts of the filter hold for the latest report', async () => {
  const filter = `{ sector: { eq: FOOD }, city: { id: { in: ["${toGlobalId('City', 'paris')}", "${toGlobalId('City', 'accra')}"] } } }`;
  const { impact } = await world.ask(`{ impact(filter: ${filter}) { actionCount influencedActionCount } }`);
  expect(impact).toEqual({ actionCount: 2, influencedActionCount: 1 });
});
