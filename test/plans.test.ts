import sql from 'sql-template-tag';
import { generate } from '../bench/generate';
import { explain, scannedTables } from '../bench/explain';
import { forbidden, planGoldenOperations } from '../bench/plans';
import { PUBLIC } from '../src/data/scope';
import { hits } from '../src/subgraphs/platform/search';
import { solutionFilter } from '../src/subgraphs/solutions/solution-filter';
import { useWorld } from './support/world';

// A quarter of what `npm run bench -- plans` looks at: large enough for PostgreSQL to choose the same plans.
const SIZE = 0.25;

const world = useWorld({ poolSize: 1 });

beforeAll(() => generate(world.testDatabase.connection, { size: SIZE }), 120_000);

test('no page of a list reads a large table from beginning to end', async () => {
  const plans = await planGoldenOperations(world.testDatabase.connection, false);
  expect(forbidden(plans).map(({ operation, mode, scanned, text }) => ({ operation, mode, scanned, text }))).toEqual(
    [],
  );
}, 120_000);

const searches = ['copenhagen', 'Kopenhagen', 'nueva york', '纽约', 'ลอนดอน'].map(
  (text) => [text, hits(text, PUBLIC)] as const,
);
const filters = ['copenhagen', '自行车 -地铁'].map(
  (text) => [text, sql`solution s WHERE ${solutionFilter.sql({ text }, 's', PUBLIC)}`] as const,
);

test.each([...searches, ...filters])('what looks for %s finds it by an index', async (_text, found) => {
  const statement = sql`SELECT slug FROM ${found}`;
  const client = await world.database.pool.connect();
  try {
    const { plan } = await explain(client, statement, 'custom');
    const large = ['city', 'city_name', 'solution', 'solution_translation'];
    expect(scannedTables(plan).filter((name) => large.includes(name))).toEqual([]);
  } finally {
    client.release();
  }
});

const inWaste = '{ solutions(first: 7, filter: { sector: { eq: WASTE } }) { nodes { slug } } }';

const prepared = async (): Promise<string[]> =>
  (await world.sql<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).map((row) => row.statement);

test('a statement that comes again is prepared', async () => {
  const ofSolutions = async () => (await prepared()).filter((text) => /FROM solution s\s.* LIMIT 8$/s.test(text));
  await world.ask(inWaste);
  expect(await ofSolutions()).toEqual([]);
  await world.ask(inWaste);
  expect(await ofSolutions()).toHaveLength(1);
});

test('statements that look for words are planned for these words', async () => {
  const query = '{ solutions(first: 1, filter: { text: "roof", sector: { eq: WASTE } }) { nodes { slug } } }';
  for (let i = 0; i < 3; i++) await world.ask(query);
  expect(world.statements.filter((text) => text.includes('websearch_to_tsquery')).length).toBeGreaterThan(2);
  expect((await prepared()).filter((text) => text.includes('websearch_to_tsquery'))).toEqual([]);
});
