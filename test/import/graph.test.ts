import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeFinding } from '../../src/import/findings';
import { importGraph, type GraphOptions } from '../../src/import/graph/import-graph';
import type { ImportReport } from '../../src/import/report';
import { countOf, ImportDatabase, places } from './database';

let database: ImportDatabase;

beforeEach(async () => {
  database = await new ImportDatabase().open();
});

afterEach(() => database.close());

const importFile = (name: string, content: string | Buffer, options?: GraphOptions): Promise<ImportReport> =>
  importGraph(database.client, path.join(database.folder({ [name]: content }), name), options);

async function problemsOf(content: string | Buffer, name = 'graph.gexf'): Promise<string[]> {
  const { changed, problems } = await importFile(name, content);
  expect(changed).toBe(false);
  expect(await database.rows('SELECT count(*) FROM source')).toEqual(['0']);
  return problems.map(describeFinding);
}

const titles = ['country', 'lat', 'lon', 'pop', 'geonames'];

/** A node of a GEXF file, with values for the titles. */
const node = (id: string, label: string, ...values: (string | undefined)[]): string => {
  const attvalues = values.map((value, i) => (value === undefined ? '' : `<attvalue for="${i}" value="${value}"/>`));
  return `<node id="${id}" label="${label}"><attvalues>${attvalues.join('')}</attvalues></node>`;
};
const edge = (source: string, target: string): string => `<edge source="${source}" target="${target}"/>`;

const gexf = (nodes: string[], edges: string[] = [], version = '1.2draft'): string =>
  `<?xml version='1.0' encoding='utf-8'?>
  <gexf xmlns="http://www.gexf.net/${version}"><graph defaultedgetype="undirected"><attributes class="node">
  ${titles.map((title, i) => `<attribute id="${i}" title="${title}" type="string"/>`).join('')}
  </attributes><edges>${edges.join('')}</edges><nodes>${nodes.join('')}</nodes></graph></gexf>`;

const links = `SELECT k.kind, s.name, array_agg(c.slug ORDER BY c.slug) FROM collaboration k JOIN source s ON s.id = k.source_id
  JOIN collaboration_participant p ON p.collaboration_id = k.id JOIN city c ON c.id = p.city_id GROUP BY k.id, s.id ORDER BY 2, 3`;

const three = gexf(
  [
    node('Q84', 'Greater London', 'United Kingdom', '51.5', '-0.1', '9000000'),
    node('Q100', 'Boston', 'USA', '42.4', '-71.1', '650000.0'),
    node('Q100092', 'Boston', 'UK', '52.97', '-0.02'),
  ],
  [edge('Q84', 'Q100'), edge('Q100', 'Q84'), edge('Q100', 'Q100092')],
);

test('cities that are there stay as they are, new ones get ids of their own, edges become collaborations', async () => {
  await database.load(places);
  const report = await importFile('graph.gexf', three, { sourceName: 'Atlas', sourceUrl: 'https://atlas.example' });
  expect(countOf(report, 'cities')).toEqual({ created: 2, changed: 0, unchanged: 1, refused: 0 });
  expect(countOf(report, 'collaborations')).toEqual({ created: 2, changed: 0, unchanged: 0, refused: 0 });
  const cities = `SELECT c.slug, c.name, k.code, c.population FROM city c JOIN country k ON k.id = c.country_id
    WHERE wikidata_id IN ('Q84', 'Q100', 'Q100092') ORDER BY 1`;
  expect(await database.rows(cities)).toEqual([
    'boston,Boston,US,650000',
    'boston-gb,Boston,GB,',
    'london,London,GB,8908081',
  ]);
  expect(await database.rows(links)).toEqual(['TWINNING,Atlas,boston,boston-gb', 'TWINNING,Atlas,boston,london']);
  expect(
    await database.rows(`SELECT k.code, k.name, n.name FROM country k JOIN country_name n ON n.country_id = k.id`),
  ).toEqual(['US,United States of America,Estados Unidos', 'US,United States of America,美国']);
});

test('twice is once, and another source makes another claim', async () => {
  await importFile('graph.gexf', three);
  const again = await importFile('graph.gexf', three);
  expect(again.counts.every(({ created, changed }) => created + changed === 0)).toBe(true);
  await importFile('graph.gexf', three, { sourceName: 'Atlas', kind: 'PEER_EXCHANGE' });
  expect(await database.rows(links)).toEqual([
    'PEER_EXCHANGE,Atlas,boston,boston-gb',
    'PEER_EXCHANGE,Atlas,boston,greater-london',
    'TWINNING,graph.gexf,boston,boston-gb',
    'TWINNING,graph.gexf,boston,greater-london',
  ]);
});

test('GraphML, compressed, with defaults and identifiers as attributes', async () => {
  await database.load(places);
  const graphml = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="d0" for="node" attr.name="Name" attr.type="string"/><key id="d1" for="node" attr.name="country"/>
    <key id="d2" for="node" attr.name="geonames"/><key id="d3" for="edge" attr.name="name"/>
    <key id="d4" for="node" attr.name="wikidata"><default></default></key>
    <graph edgedefault="undirected"><node id="n1"><data key="d2">3688689</data></node>
    <edge source="n1" target="n2"><data key="d3">twins</data></edge>
    <node id="n2"><data key="d0"><![CDATA[Medellín & more]]></data><data key="d1">Colombia</data>
    <data key="d4">http://www.wikidata.org/entity/Q48278</data></node></graph></graphml>`;
  const report = await importFile('graph.graphml.gz', gzipSync(graphml));
  expect(report.problems).toEqual([]);
  expect(await database.rows(links)).toEqual(['TWINNING,graph.graphml.gz,bogota,medellin-more']);
  expect(await database.rows(`SELECT name, wikidata_id FROM city WHERE slug = 'medellin-more'`)).toEqual([
    'Medellín & more,Q48278',
  ]);
});

test('a country that is none becomes that of the nearest city, with a warning', async () => {
  const nodes = [
    node('Q132830', 'Douala', 'Kamerun', '4.05', '9.7'),
    node('Q3915', 'Taveuni', 'Fijian Union', '-16.9', '-179.97'),
  ];
  const { warnings, problems } = await importFile('graph.gexf', gexf(nodes, [], '1.3'));
  expect(problems).toEqual([]);
  expect(warnings.map(describeFinding)).toEqual([
    'graph.gexf, nodes, row 1, country: expected a country of ISO 3166-1; taken from the nearest city, Douala (CM), got "Kamerun"',
    expect.stringMatching(/^graph.gexf, nodes, row 2, country: .* \(FJ\), got "Fijian Union"$/),
  ]);
});

test('nodes and edges that say too little are refused', async () => {
  const nodes = [
    node('1', 'London', 'GB'),
    node('Q1', 'Atlantis', 'Atlantis'),
    node('Q2', 'Pole', 'Atlantis', '90', '0'),
    node('Q3', '', 'GB', '91', '0', 'many'),
  ];
  expect(await problemsOf(gexf(nodes, [edge('Q1', 'Q1')]))).toEqual([
    'graph.gexf, nodes, row 1, id: expected a city that is known by its identifier: an item of Wikidata (Q84) as the id, ' +
      'or an attribute wikidata or geonames, got "1"',
    'graph.gexf, nodes, row 2, country: expected an id in countries.csv or in the database, got "Atlantis"',
    'graph.gexf, nodes, row 3, country: expected an id in countries.csv or in the database, got "Atlantis"',
    expect.stringContaining('graph.gexf, nodes, row 4, latitude: expected a number from -90 to 90'),
    'graph.gexf, nodes, row 4, name: expected text, got an empty cell',
    expect.stringContaining('graph.gexf, nodes, row 4, population: expected a whole number'),
    'graph.gexf, edges, row 1, target: expected another node than the source, got "Q1"',
  ]);
  expect(await problemsOf(gexf([node('Q1', 'York', 'GB')], [edge('Q1', 'Q9')]))).toEqual([
    'graph.gexf, edges, row 1, target: expected the id of a node, got "Q9"',
  ]);
});

describe('files that are no graphs', () => {
  const declared = (declaration: string): string =>
    three.replace('<gexf', `${declaration}<gexf`).replace('"USA"', '"&x;"');
  const doctype =
    'graph.gexf, nodes: expected no document type declaration; entities are never resolved, got "<!DOCTYPE"';

  test.each([
    ['an external entity', declared('<!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), doctype],
    ['entities without an end', declared('<!DOCTYPE gexf [<!ENTITY x "&y;&y;"><!ENTITY y "&x;">]>'), doctype],
    ['an unknown entity', declared(''), /^graph.gexf, nodes: expected well-formed XML, got ".*undefined entity/],
    ['a file that is cut off', three.slice(0, -40), /expected well-formed XML, got ".*unclosed tag/],
    ['other XML', '<svg/>', 'graph.gexf, nodes: expected a <gexf> or <graphml> document, got "<svg>"'],
    ['an empty file', '', /expected (well-formed XML|a <gexf> or <graphml> document)/],
    [
      'Windows-1252',
      Buffer.from(three.replace('Boston', 'Bostön'), 'latin1'),
      'graph.gexf, nodes: expected text in UTF-8',
    ],
    [
      'a missing attribute',
      three.replace('id="Q84"', ''),
      'graph.gexf, nodes: expected an attribute id of <node>; it is missing',
    ],
    [
      'megabytes without a tag',
      `<gexf>${' '.repeat(3_000_000)}`,
      'graph.gexf, nodes: expected tags, and at most 1048576 characters in between',
    ],
  ])('%s', async (_, content, message) => {
    const problems = await problemsOf(content);
    expect(problems).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
  });

  test('hyperedges', async () => {
    const graphml = '<graphml><graph><hyperedge><endpoint node="a"/></hyperedge></graph></graphml>';
    expect(await problemsOf(graphml, 'graph.graphml')).toEqual([
      'graph.graphml, nodes: expected edges of two nodes; a collaboration of more cities needs a data package, got "<hyperedge>"',
    ]);
  });
});
