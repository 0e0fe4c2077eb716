import { generate } from '../bench/generate';
import { forbidden, planGoldenOperations } from '../bench/plans';
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

const inWaste = '{ solutions(first: 7, filter: { sector: { eq: WASTE } }) { nodes { slug } } }';

const prepared = async (): Promise<string[]> =>
  (await world.sql<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).map((row) => row.statement);

test('a statement that comes again is prepared', async () => {
  const ofSolutions = async () => (await prepared()).filter((text) => /FROM solution s\s.* LIMIT 8\) x$/s.test(text));
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
