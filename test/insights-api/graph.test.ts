import { toGlobalId } from '../../src/graphql/global-id';
import { ADMIN, viewerOf } from '../access/cast';
import { useWorld } from '../support/world';

const world = useWorld();
const id = (slug: string): string => toGlobalId('City', slug);

const ADOPTIONS = '{ graph(filter: { layers: [ADOPTION] }) { version cityCount linkCount digest } }';

test('paths by weight and communities cite their method', async () => {
  const { graph } = await world.ask(`{ graph { communities { method seed resolution communities { index size } }
    path(from: "${id('paris')}", to: "${id('accra')}", weighted: true) { hops cost } } }`);
  expect(graph.communities).toMatchObject({ method: 'Leiden, links by weight', seed: 42, resolution: 1 });
  expect(graph.path).toEqual({ hops: 2, cost: 2 });
});

test('what the viewer may not see is not in the graph', async () => {
  await world.sql(`INSERT INTO adoption (slug, solution_id, city_id, learned_from_id, kind, status, confirmed)
    SELECT 'unseen', s.id, a.id, b.id, 'REPLICATED', 'IMPLEMENTED', true FROM solution s, city a, city b
    WHERE s.slug = 'members-notes-london' AND a.slug = 'suva' AND b.slug = 'apia'`);
  // What is written by hand is in no event: the graph is read now for the first time.
  const { graph } = await world.ask(ADOPTIONS);
  const { graph: all } = await world.ask(ADOPTIONS, { viewer: await viewerOf(ADMIN, world) });
  expect(all.version).toBe(graph.version);
  expect(all.linkCount).toBe(Number(graph.linkCount) + 1);
  expect(all.digest).not.toBe(graph.digest);
});

test('asked for again by its version, it is the same', async () => {
  const { graph } = await world.ask('{ graph { version digest asOf } }');
  const again = await world.ask(`{ graph(version: "${graph.version}") { version digest asOf } }`);
  expect(again.graph).toEqual(graph);
});

test.each([
  ['a version that is not held', '{ graph(version: "987654") { linkCount } }', 'GRAPH_VERSION_GONE', /got 987654/],
  [
    'strengths over several layers',
    '{ graph(filter: { layers: [COLLABORATION, ADOPTION] }) { rank(by: STRENGTH) { method } } }',
    'INVALID_GRAPH_QUESTION',
    /one layer for rank\(by: STRENGTH\).*but got COLLABORATION, ADOPTION/,
  ],
  [
    'paths by weight over several layers',
    `{ graph(filter: { layers: [COLLABORATION, ADOPTION] }) {
      path(from: "${id('paris')}", to: "${id('accra')}", weighted: true) { hops } } }`,
    'INVALID_GRAPH_QUESTION',
    /one layer/,
  ],
  ['no layer', '{ graph(filter: { layers: [] }) { linkCount } }', 'INVALID_FILTER', /filter\.layers/],
  [
    'a time that has no day',
    '{ graph(filter: { since: "2020-01-01", until: "2020-01-01" }) { linkCount } }',
    'INVALID_FILTER',
    /"since" to be before "until"/,
  ],
  [
    'a network that is a city',
    `{ graph(filter: { networks: ["${id('paris')}"] }) { linkCount } }`,
    'INVALID_ID',
    /id of a Network, not of a City/,
  ],
  ['a limit of nothing', '{ graph { subgraph(limit: 0) { truncated } } }', 'INVALID_GRAPH_QUESTION', /from 1 to 5000/],
])('refuses %s', async (_, document, code, message) => {
  const [error] = await world.fail(document);
  expect(error).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
});

test('a city without a link has no path and no neighbourhood', async () => {
  const { graph } = await world.ask(`{ graph { path(from: "${id('mombasa')}", to: "${id('paris')}") { hops }
    neighbourhood(of: "${id('mombasa')}") { truncated nodes { score } links { weight } } } }`);
  expect(graph).toEqual({ path: null, neighbourhood: { truncated: false, nodes: [], links: [] } });
});
