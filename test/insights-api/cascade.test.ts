import { rm } from 'node:fs/promises';
import { createDataFolder } from '../support/folders';
import { ServerProcess } from '../support/server-process';
import { useWorld, type Json } from '../support/world';

const world = useWorld();

// A solution of London’s: Paris and Accra learnt it there, Suva of Accra, Apia of Mombasa, which has not got it; Nairobi does not say of
// whom; Quito considers it, and Bogotá stopped. Of all tables a cascade shows nothing but this.
beforeAll(() =>
  world.sql(`INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
      SELECT 'travels', id, 'Travels', 'Far.', 'en', 'WATER', 'PUBLISHED', 'PUBLIC', now() FROM city WHERE slug = 'london';
    INSERT INTO adoption (slug, solution_id, city_id, learned_from_id, kind, status, adopted_on, date_precision, confirmed)
      SELECT 'travels-' || t.taker, s.id, c.id, f.id, 'REPLICATED', t.status, t.day::date, CASE WHEN t.day IS NOT NULL THEN 'DAY' END, true
      FROM (VALUES ('paris', 'london', 'IMPLEMENTED', '2012-01-01'), ('accra', 'london', 'IN_PROGRESS', '2011-01-01'),
          ('suva', 'accra', 'IMPLEMENTED', NULL), ('apia', 'mombasa', 'IMPLEMENTED', '2014-01-01'),
          ('nairobi', NULL, 'IMPLEMENTED', '2013-01-01'), ('quito', 'london', 'CONSIDERING', NULL),
          ('bogota', 'london', 'STOPPED', '2010-01-01')) AS t(taker, source, status, day)
        JOIN solution s ON s.slug = 'travels' JOIN city c ON c.slug = t.taker LEFT JOIN city f ON f.slug = t.source`),
);

const STEPS = 'steps { depth from { slug } to { slug country { code } } adoption { status solution { slug } } }';

const step = (to: string, from: string | null, depth: number | null): Json => ({
  depth,
  from: from && { slug: from },
  to: expect.objectContaining({ slug: to }),
  adoption: { status: to === 'accra' ? 'IN_PROGRESS' : 'IMPLEMENTED', solution: { slug: 'travels' } },
});

const TRAVELLED = {
  size: 5,
  depth: 2,
  breadth: 2,
  stoppedCount: 1,
  byGeneration: [2, 1],
  steps: [
    step('accra', 'london', 1),
    step('paris', 'london', 1),
    step('nairobi', null, null),
    step('apia', 'mombasa', null),
    step('suva', 'accra', 2),
  ],
};

test('from declared sources alone; what is considered is not in it, what was stopped counts apart', async () => {
  const { solution } = await world.ask(
    `{ solution(slug: "travels") { cascade { size depth breadth stoppedCount byGeneration ${STEPS} } } }`,
  );
  expect(solution.cascade).toEqual(TRAVELLED);
});

test('alone, beside lists, in lists, under other names and twice: always the same', async () => {
  const { solution, solutions, node } = await world.ask(
    `{ solution(slug: "travels") { id cascade { size } adoptions(first: 1) { totalCount } again: cascade { ${STEPS} } }
      solutions(first: 50, filter: { sector: { eq: WATER } }) { nodes { slug cascade { __typename size byGeneration } } }
      node: city(slug: "london") { solutions(first: 50) { nodes { slug cascade { depth } } } } }`,
  );
  expect(solution).toMatchObject({ cascade: { size: 5 }, again: { steps: TRAVELLED.steps } });
  const own = ({ nodes }: Json): Json => nodes.find(({ slug }: Json) => slug === 'travels').cascade;
  expect(own(solutions)).toEqual({ __typename: 'AdoptionCascade', size: 5, byGeneration: [2, 1] });
  expect(own(node.solutions)).toEqual({ depth: 2 });
});

// Whether an answer can be written without resolvers is found out by trying them: a process must not end of it.
test('a server answers it again and again, whichever way, and lives', async () => {
  const folder = createDataFolder();
  const server = new ServerProcess(world.testDatabase.connection, folder);
  const documents = ['size', 'size byGeneration', STEPS].map(
    (fields) => `{ solution(slug: "travels") { cascade { ${fields} } } }`,
  );
  try {
    await server.start();
    for (const query of documents) {
      const expected: Json = { data: await world.ask(query) };
      // Known documents go another way than new ones, and often asked ones are compiled.
      for (let use = 0; use < 5; use++) {
        const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
        const answer = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query }),
        });
        expect(await answer.json()).toEqual(expected);
      }
    }
  } finally {
    await server.kill();
    await rm(folder, { recursive: true });
  }
}, 120_000);
