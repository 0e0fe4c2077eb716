import path from 'node:path';
import fc from 'fast-check';
import { toGlobalId } from '../../src/graphql/global-id';
import { PROJECT_ROOT } from '../../src/project-root';
import { useHttpWorld } from '../support/http';
import type { Json } from '../support/world';

// Pictures of the graph: as many cities and links as their limits allow, which is what they are told to cost. On the sample data.

jest.setTimeout(120_000);

const http = useHttpWorld(undefined, {
  data: path.join(PROJECT_ROOT, 'data'),
  settings: { COST_LIMIT: '0', COST_BUDGET: '0' },
});

const LAYERS = ['COLLABORATION', 'CO_MEMBERSHIP', 'ADOPTION'];
const [LIMITS, ALL] = ['limit: $limit, linkLimit: $linkLimit', 'limit: 5000, linkLimit: 100000'];

const documentOf = (field: string): string => {
  const picture = (limits: string) => `${field}${limits}) { omittedCityCount truncated
    nodes { city { id } } links { source target layer recordCount } }`;
  return `query ($filter: GraphFilter, $limit: Int, $linkLimit: Int) { graph(filter: $filter) {
    picture: ${picture(LIMITS)} all: ${picture(ALL)} } }`;
};

const AROUND = `neighbourhood(of: "${toGlobalId('City', 'copenhagen')}", depth: 2, `;

interface Asked {
  layers: string[];
  limit: number | null | undefined;
  linkLimit: number | null | undefined;
}

// A limit that is left out or null is the default.
const upTo = (max: number) =>
  fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max }) }, fc.constantFrom(null, undefined));

const asked = fc.record({ layers: fc.subarray(LAYERS, { minLength: 1 }), limit: upTo(250), linkLimit: upTo(3000) });

describe.each([
  ['subgraph', 'subgraph(', 2000],
  ['neighbourhood', AROUND, 500],
])('%s', (_, field, defaultLimit) => {
  test('has what its limits allow, every link among its cities, and costs no more than was told', async () => {
    let cut = 0;
    const isBounded = async ({ layers, limit, linkLimit }: Asked) => {
      const variables = { filter: { layers }, limit, linkLimit };
      const { json } = await http.post({ query: documentOf(field), variables, extensions: { cost: true } });
      const { picture, all } = json.data.graph;
      const isShown = new Set(picture.nodes.map(({ city }: Json) => city.id));
      expect(json.extensions.cost.actual).toBeLessThanOrEqual(json.extensions.cost.cost);
      expect(picture.nodes.length).toBeLessThanOrEqual(limit ?? defaultLimit);
      expect(picture.links.length).toBeLessThanOrEqual(linkLimit ?? 10_000);
      expect(picture.nodes).toEqual(all.nodes.slice(0, picture.nodes.length));
      expect(picture.links).toEqual(
        all.links.filter(({ source, target }: Json) => isShown.has(source) && isShown.has(target)),
      );
      expect(picture.omittedCityCount).toBe(all.nodes.length - picture.nodes.length);
      expect(picture.truncated).toBe(picture.omittedCityCount > 0);
      if (picture.nodes.length < Math.min(limit ?? defaultLimit, all.nodes.length)) cut++;
    };
    await fc.assert(fc.asyncProperty(asked, isBounded), { numRuns: 40 });
    expect(cut).toBeGreaterThan(5);
  });

  test('costs as many links as its cities can have, and no more than it may have', async () => {
    const typeCost = async (limit?: number | null, linkLimit?: number | null): Promise<number> => {
      const query = `query ($limit: Int, $linkLimit: Int) { graph { ${field}${LIMITS}) { links { weight } } } }`;
      const { json } = await http.post({ query, variables: { limit, linkLimit }, extensions: { cost: 'estimate' } });
      // Beside the links there are the root, the graph and the picture.
      return json.extensions.cost.typeCost - 3;
    };
    expect(await typeCost(4)).toBe(3 * 6);
    expect(await typeCost(1)).toBe(0);
    expect(await typeCost(4, 10)).toBe(10);
    expect(await typeCost(300)).toBe(10_000);
    expect(await typeCost(300, 50_000)).toBe(50_000);
    expect(await typeCost(null, null)).toBe(10_000);
  });

  test.each([0, 100_001])('has no limit of %i links', async (linkLimit) => {
    const { json } = await http.post({ query: `{ graph { ${field}linkLimit: ${linkLimit}) { truncated } } }` });
    expect(json.errors[0]).toMatchObject({
      message: expect.stringContaining('"linkLimit" from 1 to 100000'),
      extensions: { code: 'INVALID_GRAPH_QUESTION' },
    });
  });
});
