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
}, 60_000);

test('statements that look for words are planned for these words', async () => {
  await world.ask('{ solutions(first: 1, filter: { text: "roof", sector: { eq: WASTE } }) { nodes { slug } } }');
  await world.ask('{ solutions(first: 1, filter: { sector: { eq: WASTE } }) { nodes { slug } } }');
  const named = await world.sql<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
  expect(named.filter(({ statement }) => statement.includes('FROM solution'))).toHaveLength(1);
  expect(named.filter(({ statement }) => statement.includes('websearch_to_tsquery'))).toEqual([]);
});
