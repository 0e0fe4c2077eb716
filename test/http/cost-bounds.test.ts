import path from 'node:path';
import fc from 'fast-check';
import { PROJECT_ROOT } from '../../src/project-root';
import { toGlobalId } from '../../src/graphql/global-id';
import { mergedSchema } from '../../src/schema/merged';
import { Samples } from '../access/samples';
import { useHttpWorld } from '../support/http';
import type { Json } from '../support/world';
import { generatedQueries, type GeneratedQuery } from './generated-queries';

// docs/limits.md: what an operation is told to cost at most, it does not cost more. On the sample data, with whatever may be asked.

jest.setTimeout(240_000);

const settings = {
  ...{ COST_LIMIT: '0', COST_BUDGET: '0', MAX_ALIASES: '0', MAX_DIRECTIVES: '0', MAX_ROOT_FIELDS: '0' },
};
const http = useHttpWorld(undefined, { data: path.join(PROJECT_ROOT, 'data'), settings, statementTimeout: 60_000 });

const TABLES: Record<string, string> = {
  City: 'city',
  Network: 'network',
  Initiative: 'initiative',
  Solution: 'solution',
  Adoption: 'adoption',
  Action: 'action',
  Collaboration: 'collaboration',
  CollectiveAction: 'collective_action',
};

/** Some of each type, by their ids. */
async function someIds(): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const [type, table] of Object.entries(TABLES)) {
    const rows = await http.world.sql<{ slug: string }>(`SELECT slug FROM ${table} ORDER BY md5(slug) LIMIT 4`);
    ids.set(
      type,
      rows.map(({ slug }) => toGlobalId(type, slug)),
    );
  }
  return ids;
}

/** How many objects there are in an answer, as its reader finds them. */
function objectsIn(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + objectsIn(item), 0);
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + objectsIn(item), 1);
}

test('no answer costs more than was told before, nor has more objects', async () => {
  const queries = generatedQueries(mergedSchema(), new Samples(await someIds()));
  let [answered, objects] = [0, 0];
  const isBounded = async (body: GeneratedQuery): Promise<void> => {
    const estimate = await http.post({ ...body, extensions: { cost: 'estimate' } });
    const { json } = await http.post({ ...body, extensions: { cost: true } });
    if (json.data === null || json.data === undefined) {
      // Some arguments that are made up are refused, before or after it is estimated.
      expect(json.errors[0].extensions.code).toMatch(/^(INVALID_|BAD_USER_INPUT)/);
      return;
    }
    const { cost } = json.extensions;
    const found = objectsIn(json.data);
    answered++;
    objects += found;
    expect(estimate.json.extensions.cost.cost).toBe(cost.cost);
    expect(cost.actual).toBeLessThanOrEqual(cost.cost);
    // Not `typeCost`: where the dearest type of an interface is so for its calls, objects of another one may be more.
    expect(found).toBeLessThanOrEqual(cost.cost);
  };
  await fc.assert(fc.asyncProperty(queries, isBounded), { numRuns: 150 });
  expect(answered).toBeGreaterThan(75);
  expect(objects).toBeGreaterThan(1000);
});
