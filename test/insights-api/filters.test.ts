import path from 'node:path';
import { toGlobalId } from '../../src/graphql/global-id';
import { PROJECT_ROOT } from '../../src/project-root';
import { useWorld, type Json } from '../support/world';

// The graph of the sample data, by every part of the filter, against SQL that says of each layer what links two cities.
const world = useWorld({ data: path.join(PROJECT_ROOT, 'data') });

type Layer = 'COLLABORATION' | 'CO_MEMBERSHIP' | 'ADOPTION';

interface Filter {
  layers: Layer[];
  kinds?: string[];
  since?: string;
  until?: string;
  includeUndated?: boolean;
  networks?: string[];
  initiatives?: string[];
  cities?: object;
}

interface Row {
  layer: Layer;
  source: string;
  target: string;
  weight: number;
  recordCount: number;
  firstOn: string | null;
  lastOn: string | null;
}

const END = (date: string, precision: string) =>
  `(${date} + CASE ${precision} WHEN 'YEAR' THEN interval '1 year' WHEN 'MONTH' THEN interval '1 month' ELSE interval '1 day' END)::date`;

/** Rows of both cities, a weight, a first day, the day after the last one, a network, a kind. */
const RECORDS: Record<Layer, string> = {
  COLLABORATION: `SELECT p.city_id AS a, q.city_id AS b, 1.0 / (o.k - 1) AS weight, o.started_on AS since,
      coalesce(o.ended_on, CASE WHEN o.kind IN ('WORKSHOP', 'STUDY_VISIT') THEN ${END('o.started_on', 'o.date_precision')} END) AS until,
      o.network_id, o.kind, o.id AS record
    FROM (SELECT o.*, count(*) OVER (PARTITION BY o.id) AS k FROM collaboration o JOIN collaboration_participant p
        ON p.collaboration_id = o.id) o
      JOIN collaboration_participant p ON p.collaboration_id = o.id JOIN collaboration_participant q ON q.collaboration_id = o.id
    WHERE p.city_id < q.city_id GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
  ADOPTION: `SELECT t.learned_from_id AS a, t.city_id AS b, 1 AS weight, t.adopted_on AS since,
      ${END('t.adopted_on', 't.date_precision')} AS until, t.via_id AS network_id, NULL AS kind, t.id AS record
    FROM adoption t JOIN solution s ON s.id = t.solution_id
    WHERE t.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND t.learned_from_id IS NOT NULL
      AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'`,
  CO_MEMBERSHIP: `SELECT m.city_id AS a, n.city_id AS b,
      1.0 / ((SELECT count(DISTINCT o.city_id) FROM membership o WHERE o.network_id = m.network_id) - 1) AS weight,
      CASE WHEN m.started_on IS NOT NULL AND n.started_on IS NOT NULL THEN greatest(m.started_on, n.started_on) END AS since,
      least(m.ended_on, n.ended_on) AS until, m.network_id, NULL AS kind, m.network_id AS record
    FROM membership m JOIN membership n ON n.network_id = m.network_id AND m.city_id < n.city_id
    WHERE daterange(m.started_on, m.ended_on) && daterange(n.started_on, n.ended_on)`,
};

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join() || 'NULL';

/** What the SQL finds in a layer. */
async function linksBySql(layer: Layer, filter: Filter, cities: string): Promise<Row[]> {
  const { kinds, since, until, includeUndated = false, networks, initiatives } = filter;
  const conditions = [
    kinds && (layer === 'COLLABORATION' ? `kind IN (${list(kinds)})` : 'true'),
    networks && `n.slug IN (${list(networks)})`,
    initiatives && `i.slug IN (${list(initiatives)})`,
    (since ?? until) !== undefined && !includeUndated && 'r.since IS NOT NULL',
    since && `coalesce(r.until, 'infinity') > '${since}'`,
    until && `coalesce(r.since, '-infinity') < '${until}'`,
  ].filter(Boolean);
  // Of a pair in a network there is one record of common membership, whatever the number of overlaps.
  return world.sql<Row & Record<string, unknown>>(`
    WITH chosen AS (SELECT r.* FROM (${RECORDS[layer]}) r LEFT JOIN network n ON n.id = r.network_id
        LEFT JOIN initiative i ON i.id = n.initiative_id WHERE ${['true', ...conditions].join(' AND ')}),
      record AS (SELECT least(x.slug COLLATE "C", y.slug COLLATE "C") AS source, greatest(x.slug COLLATE "C", y.slug COLLATE "C") AS target,
          r.record, max(weight) AS weight, min(since) AS since FROM chosen r JOIN city x ON x.id = r.a JOIN city y ON y.id = r.b
        WHERE x.slug IN (${cities}) AND y.slug IN (${cities}) AND x.id <> y.id GROUP BY 1, 2, 3)
    SELECT '${layer}' AS layer, source, target, sum(weight)::float8 AS weight, count(*)::integer AS "recordCount",
      min(since)::text AS "firstOn", max(since)::text AS "lastOn"
    FROM record GROUP BY source, target ORDER BY source, target`);
}

const ALL = 'SELECT slug FROM city';
const id = (type: string, slug: string): string => toGlobalId(type, slug);

const DOCUMENT = `query ($filter: GraphFilter) { graph(filter: $filter) { cityCount linkCount isolateCount undatedLinkCount
  subgraph(limit: 1000) { nodes { city { id slug } } links { layer source target weight recordCount firstOn lastOn } } } }`;

const TWO_NETWORKS = ['cool-cities', 'waste-to-resources'];

test.each<[string, Filter, string?]>([
  ['all collaborations', { layers: ['COLLABORATION'] }],
  ['kinds', { layers: ['COLLABORATION'], kinds: ['TWINNING', 'MEMORANDUM', 'WORKSHOP'] }],
  ['a window of time', { layers: ['COLLABORATION'], since: '1990-01-01', until: '2015-06-30' }],
  ['a beginning, undated ones too', { layers: ['COLLABORATION'], since: '2010-01-01', includeUndated: true }],
  ['an end', { layers: ['COLLABORATION'], until: '2015-12-01' }],
  ['cities', { layers: ['COLLABORATION'], cities: { region: { eq: 'EUROPE' } } }, `${ALL} WHERE region = 'EUROPE'`],
  ['common memberships', { layers: ['CO_MEMBERSHIP'] }],
  ['common memberships in a window', { layers: ['CO_MEMBERSHIP'], since: '2012-01-01', until: '2016-01-01' }],
  [
    'common memberships in a window, undated ones too',
    { layers: ['CO_MEMBERSHIP'], since: '2012-01-01', includeUndated: true },
  ],
  ['networks', { layers: ['CO_MEMBERSHIP'], networks: TWO_NETWORKS }],
  ['an initiative area', { layers: ['CO_MEMBERSHIP'], initiatives: ['adaptation-implementation'] }],
  [
    'networks of an initiative area',
    { layers: ['CO_MEMBERSHIP'], networks: TWO_NETWORKS, initiatives: ['food-water-and-waste'] },
  ],
  ['adoptions', { layers: ['ADOPTION'] }],
  ['adoptions in a window', { layers: ['ADOPTION'], since: '2008-01-01', until: '2018-01-01' }],
  [
    'several layers, all of the filter',
    {
      layers: ['COLLABORATION', 'CO_MEMBERSHIP', 'ADOPTION'],
      since: '2000-01-01',
      until: '2020-01-01',
      cities: { population: { gt: 1_000_000 } },
    },
    `${ALL} WHERE population > 1000000`,
  ],
])('%s: the links that SQL finds', async (_name, filter, cities = ALL) => {
  const expected = (await Promise.all(filter.layers.map((layer) => linksBySql(layer, filter, cities)))).flat();
  expect(expected.length).toBeGreaterThan(0);
  const variables = {
    filter: {
      ...filter,
      networks: filter.networks?.map((slug) => id('Network', slug)),
      initiatives: filter.initiatives?.map((slug) => id('Initiative', slug)),
    },
  };
  const { graph } = await world.ask(DOCUMENT, { variables });
  const slugs = new Map<string, string>(graph.subgraph.nodes.map(({ city }: Json) => [city.id, city.slug]));
  const found: Row[] = graph.subgraph.links.map((link: Row) => {
    const [source, target] = [link.source, link.target].map((end) => slugs.get(end)!).sort() as [string, string];
    return { ...link, source, target };
  });
  const inOrder = (rows: Row[]) => [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const near = (row: Row): Row => ({ ...row, weight: expect.closeTo(row.weight, 10) as number });
  expect(inOrder(found)).toEqual(inOrder(expected).map(near));

  const pairs = new Map<string, boolean>();
  for (const { source, target, firstOn } of expected)
    pairs.set(`${source} ${target}`, (pairs.get(`${source} ${target}`) ?? true) && firstOn === null);
  const linked = new Set(expected.flatMap(({ source, target }) => [source, target]));
  const letIn = await world.sql(cities);
  expect(graph).toMatchObject({
    cityCount: linked.size,
    linkCount: pairs.size,
    isolateCount: letIn.length - linked.size,
    undatedLinkCount: [...pairs.values()].filter(Boolean).length,
  });
});

const keyOf = ({ layer, source, target }: Row): string => `${layer} ${source} ${target}`;
