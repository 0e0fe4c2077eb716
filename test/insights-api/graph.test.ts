import { toGlobalId } from '../../src/graphql/global-id';
import { ADMIN, viewerOf } from '../access/cast';
import { useWorld } from '../support/world';

const world = useWorld();
const id = (slug: string): string => toGlobalId('City', slug);

// Before the graph is read for the first time: what is written by hand is in no event.
beforeAll(async () => {
  await world.sql(`INSERT INTO adoption (slug, solution_id, city_id, learned_from_id, kind, status, confirmed)
    SELECT 'unseen', s.id, a.id, b.id, 'REPLICATED', 'IMPLEMENTED', true FROM solution s, city a, city b
    WHERE s.slug = 'members-notes-london' AND a.slug = 'suva' AND b.slug = 'apia'`);
  await world.sql(`UPDATE city SET population = NULL, region = NULL WHERE slug IN ('london', 'paris')`);
});

const ADOPTIONS = '{ graph(filter: { layers: [ADOPTION] }) { version cityCount linkCount digest } }';

test('paths by weight and communities cite their method', async () => {
  const { graph } = await world.ask(`{ graph { communities { method seed resolution communities { index size } }
    path(from: "${id('paris')}", to: "${id('accra')}", weighted: true) { hops cost } } }`);
  expect(graph.communities).toMatchObject({ method: 'Leiden, links by weight', seed: 42, resolution: 1 });
  expect(graph.path).toEqual({ hops: 2, cost: 2 });
});

test('what the viewer may not see is not in the graph', async () => {
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
  [
    'a strength over several layers',
    '{ city(slug: "paris") { graphMetrics(filter: { layers: [COLLABORATION, ADOPTION] }) { degree strength } } }',
    'INVALID_GRAPH_QUESTION',
    /one layer for "strength"/,
  ],
  [
    'sizes by strength over several layers',
    '{ graph(filter: { layers: [COLLABORATION, ADOPTION] }) { subgraph { nodes(sizeBy: STRENGTH) { score } } } }',
    'INVALID_GRAPH_QUESTION',
    /one layer for nodes\(sizeBy: STRENGTH\)/,
  ],
  [
    'a metric by weight over several layers',
    '{ graph(filter: { layers: [COLLABORATION, ADOPTION] }) { rank(by: PAGERANK, weighted: true) { method } } }',
    'INVALID_GRAPH_QUESTION',
    /one layer for rank\(by: PAGERANK\)/,
  ],
  [
    'by weight what does not go by weight',
    '{ graph { rank(by: BETWEENNESS, weighted: true) { method } } }',
    'INVALID_GRAPH_QUESTION',
    /EIGENVECTOR, PAGERANK or STRENGTH where "weighted" is true, but got BETWEENNESS/,
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

test('cities of which something is not known are left out of assortativity, and counted', async () => {
  const { graph } = await world.ask(`{ graph { cityCount subgraph { nodes { city { region population } } }
    region: assortativityUnknownCount(by: REGION) population: assortativityUnknownCount(by: POPULATION)
    degree: assortativityUnknownCount(by: DEGREE) } }`);
  const without = (fact: string): number =>
    graph.subgraph.nodes.filter(({ city }: { city: Record<string, unknown> }) => city[fact] === null).length;
  expect(graph.subgraph.nodes).toHaveLength(graph.cityCount);
  expect([graph.region, graph.population, graph.degree]).toEqual([without('region'), without('population'), 0]);
  expect(without('region') + without('population')).toBeGreaterThan(0);
});

test('in-degree and out-degree go by the direction of adoptions, all else does not', async () => {
  const metrics = (slug: string) =>
    `${slug}: city(slug: "${slug}") { graphMetrics(filter: { layers: [ADOPTION] }) { degree inDegree outDegree } }`;
  const { london, bogota } = await world.ask(`{ ${metrics('london')} ${metrics('bogota')} }`);
  const [expected] = await world.sql(`SELECT
      count(DISTINCT a.learned_from_id) FILTER (WHERE c.slug = 'bogota')::integer AS "inDegree",
      count(DISTINCT a.city_id) FILTER (WHERE f.slug = 'bogota')::integer AS "outDegree",
      count(DISTINCT CASE c.slug WHEN 'bogota' THEN f.id ELSE c.id END)::integer AS degree
    FROM adoption a JOIN city c ON c.id = a.city_id JOIN city f ON f.id = a.learned_from_id JOIN solution s ON s.id = a.solution_id
    WHERE 'bogota' IN (c.slug, f.slug) AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'`);
  expect(bogota.graphMetrics).toEqual(expected);
  expect(bogota.graphMetrics.outDegree).toBeGreaterThan(0);
  expect(london.graphMetrics.degree).toBeGreaterThan(0);
});
