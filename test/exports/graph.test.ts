import { createHash } from 'node:crypto';
import { toGlobalId } from '../../src/graphql/global-id';
import { graphFormats, type GraphFormatName } from '../../src/export/graph/formats';
import { useHttpWorld } from '../support/http';
import type { Json } from '../support/world';

const http = useHttpWorld();
const id = (slug: string): string => toGlobalId('City', slug);

const addAdoption = (slug: string, of: string, from: string, to: string, on: string): Promise<unknown> =>
  http.world.sql(
    `INSERT INTO adoption (slug, solution_id, city_id, learned_from_id, kind, status, adopted_on, confirmed)
     SELECT $1, s.id, b.id, a.id, 'REPLICATED', 'IMPLEMENTED', $5, true FROM solution s, city a, city b
     WHERE s.slug = $2 AND a.slug = $3 AND b.slug = $4`,
    [slug, of, from, to, on],
  );

// Before the graph is read for the first time: what is written by hand is in no event.
beforeAll(async () => {
  await addAdoption('there', 'congestion-charge-london', 'suva', 'apia', '2020-02-02');
  await addAdoption('there-again', 'metro-quito', 'suva', 'apia', '2021-03-03');
  await addAdoption('and-back', 'cool-roofs-new-york', 'apia', 'suva', '2022-04-04');
});

interface NodeLink {
  directed: boolean;
  multigraph: boolean;
  graph: { version: string; digest: string; filter: Json };
  nodes: Record<string, unknown>[];
  edges: { source: string; target: string; layer: string; directed: boolean; weight: number; recordCount: number }[];
}

async function nodeLink(query = ''): Promise<NodeLink> {
  const { status, json } = await http.fetch(`/exports/graph.json${query}`);
  expect({ status, errors: json?.errors }).toEqual({ status: 200, errors: undefined });
  return json as NodeLink;
}

const degreesOf = ({ edges }: NodeLink): Map<string, number> => {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges)
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return degrees;
};

test('has what the API counts: cities, links, degrees, strengths, and the cities without a link', async () => {
  const { graph } = await http.world.ask(`{ graph { version digest cityCount linkCount isolateCount
    rank(by: DEGREE, first: 100) { cities { score city { id } } } } }`);
  const exported = await nodeLink();
  expect(exported.graph).toMatchObject({ version: graph.version, digest: graph.digest });
  expect(exported.nodes).toHaveLength(Number(graph.cityCount) + Number(graph.isolateCount));
  expect(exported.edges).toHaveLength(graph.linkCount);
  const degrees = degreesOf(exported);
  for (const { score, city } of graph.rank.cities) expect(degrees.get(city.id)).toBe(score);
  expect(degrees.size).toBe(graph.cityCount);
});

test('has the facts of its cities', async () => {
  const { nodes } = await nodeLink();
  const { city } = await http.world.ask(`{ city(slug: "london") { id slug name country { code } region population
    location { latitude longitude } wikidataId geonamesId unlocode } }`);
  const { country, location, ...own } = city as Record<string, Json>;
  expect(nodes.find((node) => node['slug'] === 'london')).toEqual({ ...own, country: country.code, ...location });
});

test('its digest can be reckoned from it', async () => {
  const { nodes, edges, graph } = await nodeLink('?isolates=false');
  const slugs = new Map(nodes.map((node) => [node['id'], String(node['slug'])]));
  const links = edges.map(({ source, target, weight }) => {
    const [first, second] = [slugs.get(source)!, slugs.get(target)!].sort();
    return `${first}\t${second}\t${weight}`;
  });
  const byEnds = (line: string): string => line.replace(/\t[^\t]*$/, '');
  const sorted = links.sort((a, b) => (byEnds(a) < byEnds(b) ? -1 : 1));
  const text = ['nodes', ...[...slugs.values()].sort(), 'links', ...sorted].map((line) => `${line}\n`).join('');
  expect(createHash('sha256').update(text).digest('hex')).toBe(graph.digest);
});

test('an adoption runs from the city learnt from to the adopter, and each way has figures of its own', async () => {
  const exported = await nodeLink('?layers=ADOPTION');
  expect(exported).toMatchObject({ directed: true, multigraph: false });
  const between = exported.edges.filter(
    ({ source, target }) => [source, target].sort().join() === [id('suva'), id('apia')].sort().join(),
  );
  expect(between).toHaveLength(2);
  expect(between).toEqual(
    expect.arrayContaining([
      {
        source: id('suva'),
        target: id('apia'),
        layer: 'ADOPTION',
        directed: true,
        weight: 2,
        recordCount: 2,
        firstOn: '2020-02-02',
        lastOn: '2021-03-03',
      },
      {
        source: id('apia'),
        target: id('suva'),
        layer: 'ADOPTION',
        directed: true,
        weight: 1,
        recordCount: 1,
        firstOn: '2022-04-04',
        lastOn: '2022-04-04',
      },
    ]),
  );
});

test('layers that are asked for together stay apart', async () => {
  const [one, other, both] = await Promise.all(
    ['COLLABORATION', 'ADOPTION', 'COLLABORATION,ADOPTION'].map((layers) => nodeLink(`?layers=${layers}`)),
  );
  expect(both).toMatchObject({ directed: true, multigraph: true });
  expect(both!.edges).toEqual([...one!.edges, ...other!.edges]);
  expect(new Set(one!.edges.map(({ directed }) => directed))).toEqual(new Set([false]));
});

test('a filter is given as parameters or whole, and means what it means in the API', async () => {
  const filter = {
    layers: ['COLLABORATION'],
    since: '2015-01-01',
    includeUndated: true,
    cities: { region: { in: ['EUROPE', 'AFRICA'] } },
  };
  const { since, includeUndated, cities } = filter;
  const parts = new URLSearchParams({ since, includeUndated: String(includeUndated), cities: JSON.stringify(cities) });
  const whole = new URLSearchParams({ filter: JSON.stringify(filter) });
  const exported = await nodeLink(`?${parts.toString()}`);
  expect(await nodeLink(`?${whole.toString()}`)).toEqual(exported);
  expect(exported.graph.filter).toEqual(filter);
  const { graph } = await http.world.ask(
    'query ($filter: GraphFilter) { graph(filter: $filter) { digest linkCount isolateCount cityCount } }',
    { variables: { filter } },
  );
  expect(exported.graph.digest).toBe(graph.digest);
  expect(exported.edges).toHaveLength(graph.linkCount);
  expect(exported.nodes).toHaveLength(Number(graph.cityCount) + Number(graph.isolateCount));
});

const formats = Object.keys(graphFormats) as GraphFormatName[];

test.each(formats)('graph.%s says what it is, and is the same bytes for the same version', async (format) => {
  const address = `/exports/graph.${format}`;
  const first = await fetch(`${http.url}${address}`);
  const bytes = Buffer.from(await first.arrayBuffer());
  expect(bytes.length).toBeGreaterThan(100);
  const { graph } = await http.world.ask('{ graph { version digest } }');
  const { headers } = first;
  expect(headers.get('content-type')).toBe(graphFormats[format].contentType);
  expect(headers.get('graph-version')).toBe(graph.version);
  expect(headers.get('graph-digest')).toBe(graph.digest);
  expect(headers.get('content-disposition')).toContain(`interurban-graph-${graph.version}`);
  expect(headers.get('cache-control')).toBe('public, no-cache');
  // Cities may be called otherwise meanwhile: the version is what it was.
  await http.world.sql(`UPDATE city SET name = name || '!' WHERE slug = 'apia'`);
  const again = await fetch(`${http.url}${address}?version=${graph.version}`);
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  expect(again.headers.get('etag')).toBe(headers.get('etag'));
  const known = await fetch(`${http.url}${address}`, { headers: { 'if-none-match': headers.get('etag')! } });
  expect({ status: known.status, text: await known.text() }).toEqual({ status: 304, text: '' });
});

test('tags tell apart what differs', async () => {
  const addresses = [
    'graph.json',
    'graph.gexf',
    'graph.json?isolates=false',
    'graph.json?layers=ADOPTION',
    'graph.parquet',
    'graph.parquet?table=nodes',
  ];
  const tags = await Promise.all(
    addresses.map(async (address) =>
      (await fetch(`${http.url}/exports/${address}`, { method: 'HEAD' })).headers.get('etag'),
    ),
  );
  expect(new Set(tags).size).toBe(addresses.length);
});

test.each([
  ['a version that is not held', '?version=987654', 410, 'GRAPH_VERSION_GONE', /got 987654/],
  ['a layer that there is none of', '?layers=FRIENDSHIP', 400, 'BAD_USER_INPUT', /"filter\.layers\.0".*FRIENDSHIP/],
  ['no layer', '?layers=', 400, 'INVALID_FILTER', /filter\.layers/],
  ['a day that is none', '?since=2020-13-01', 400, 'BAD_USER_INPUT', /"filter\.since"/],
  [
    'a time that has no day',
    '?since=2020-01-01&until=2020-01-01',
    400,
    'INVALID_FILTER',
    /"since" to be before "until"/,
  ],
  ['an id of another type', `?networks=${id('london')}`, 400, 'INVALID_ID', /the id of a Network/],
  [
    'a parameter that there is none of',
    '?layer=ADOPTION',
    400,
    'BAD_USER_INPUT',
    /one of version, isolates, results, filter, layers.*got "layer"/,
  ],
  ['a filter that is no JSON', '?filter=%7B', 400, 'BAD_USER_INPUT', /JSON for "filter", but got "\{"/],
  ['a filter twice', '?filter=%7B%7D&layers=ADOPTION', 400, 'BAD_USER_INPUT', /either "filter" or/],
  ['a version twice', '?version=1&version=2', 400, 'BAD_USER_INPUT', /one value for "version"/],
  ['neither yes nor no', '?isolates=1', 400, 'BAD_USER_INPUT', /true or false for "isolates", but got "1"/],
  ['a table of what has none', '?table=nodes', 400, 'BAD_USER_INPUT', /a parameter that is one of/],
])('refuses %s', async (_name, query, status, code, message) => {
  const answer = await http.fetch(`/exports/graph.json${query}`);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toEqual({
    title: expect.any(String),
    status,
    detail: expect.stringMatching(message),
    errors: [{ message: answer.json.detail, extensions: expect.objectContaining({ code }) }],
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toBe(null);
});

test('a format that there is none of is not there', async () => {
  expect((await http.fetch('/exports/graph.xlsx')).status).toBe(404);
});
