import { getOperationAST, parse } from 'graphql';
import type { Viewer } from '../../src/access/viewer';
import { toGlobalId } from '../../src/graphql/global-id';
import { createAnswerer } from '../../src/server/answer';
import { intercept } from '../support/intercept';
import { useWorld, type Json } from '../support/world';

const world = useWorld();

const document = parse('query ($id: ID!) { city(id: $id) { id name population } }');
const withNetworks = parse('query ($id: ID!) { city(id: $id) { name networks { nodes { slug } } } }');

/** What many ask at the same time, and the statements that it took. */
async function askTogether(
  slugs: string[],
  { of = document, viewer = () => null }: { of?: typeof document; viewer?: (i: number) => Viewer | null } = {},
): Promise<{ names: unknown[]; statements: string[] }> {
  const answer = createAnswerer(world.apollo, world.services, world.logger);
  const operation = getOperationAST(of)!;
  const from = world.statements.length;
  const answers = slugs.map(async (slug, i) => {
    const variables = { id: toGlobalId('City', slug) };
    const caller = { viewer: viewer(i), locales: [] };
    const { body } = await answer({ document: of, operation, variables, coerced: variables, caller });
    return (JSON.parse(body.toString()) as { data: Json }).data.city?.name ?? null;
  });
  return { names: await Promise.all(answers), statements: world.statements.slice(from) };
}

test('many who look up cities at the same time are answered from one statement, each with their own', async () => {
  const { names, statements } = await askTogether(['paris', 'nairobi', 'paris', 'tokyo', 'bogota']);
  expect(names).toEqual(['Paris', 'Nairobi', 'Paris', 'Tokyo', 'Bogotá']);
  expect(statements).toHaveLength(1);
});

test('one alone is looked up by its own statement, and so is the same one for all', async () => {
  const alone = await askTogether(['paris']);
  const all = await askTogether(['paris', 'paris', 'paris']);
  expect(all.names).toEqual(['Paris', 'Paris', 'Paris']);
  expect(all.statements).toEqual(alone.statements);
});

test('who asks for what is not there gets null, and the others theirs', async () => {
  const { names, statements } = await askTogether(['paris', 'nowhere', 'tokyo', 'no-such-city']);
  expect(names).toEqual(['Paris', null, 'Tokyo', null]);
  // Those that are missing may once have had these ids: one more for both.
  expect(statements).toHaveLength(2);
});

test('a city is found by an id of one that became part of it', async () => {
  await world.sql(
    `INSERT INTO city_former_key (city_id, scheme, value) SELECT id, 'SLUG', 'lutetia' FROM city WHERE slug = 'paris'`,
  );
  const { names } = await askTogether(['lutetia', 'tokyo', 'nairobi', 'lutetia']);
  expect(names).toEqual(['Paris', 'Tokyo', 'Nairobi', 'Paris']);
});

test('what is more than a lookup is read for each, so that nobody waits for what another one asks', async () => {
  const { statements } = await askTogether(['paris', 'tokyo', 'nairobi'], { of: withNetworks });
  expect(statements).toHaveLength(3);
});

test('where the statement for all fails, each is answered by one of its own', async () => {
  const leave = intercept(world.database, (statement, run) =>
    statement.text.includes('= ANY') && (statement.values[0] as string[]).length > 1
      ? Promise.reject(new Error('out of order'))
      : run(),
  );
  try {
    const { names } = await askTogether(['paris', 'tokyo']);
    expect(names).toEqual(['Paris', 'Tokyo']);
  } finally {
    leave();
  }
});
