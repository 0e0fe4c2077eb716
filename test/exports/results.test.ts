import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { toGlobalId } from '../../src/graphql/global-id';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';
import { startProgram, type Result } from '../support/program';
import { databaseUrl } from '../support/server-process';

const http = useHttpWorld();
let folder: string;
beforeAll(() => (folder = createDataFolder()));
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<Result> =>
  startProgram(['import', 'results', ...args], {
    INTERURBAN_DATA_DIR: folder,
    DATABASE_URL: databaseUrl(http.world.testDatabase.connection),
  }).ended;

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, content);
  return at;
}

async function exportedNodes(query = ''): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${http.url}/exports/graph.parquet?table=nodes${query}`);
  return parquetReadObjects({ file: await response.arrayBuffer() });
}

const RESULTS = '{ city(slug: "london") { graphResults { name value version source sourceUrl attachedAt } } }';

test('out as Parquet, back as Parquet: figures are in the API and in exports, with the version that they are of', async () => {
  const nodes = await exportedNodes('&isolates=false');
  // As Spark writes: a folder of parts, with what the nodes had before, whole numbers as INT64.
  const parts = path.join(folder, 'parts');
  await mkdir(parts);
  const half = Math.ceil(nodes.length / 2);
  for (const [i, part] of [nodes.slice(0, half), nodes.slice(half)].entries())
    await writeFile(
      path.join(parts, `part-0000${i}.snappy.parquet`),
      Buffer.from(
        parquetWriteBuffer({
          columnData: [
            { name: 'id', data: part.map(({ id }) => id), type: 'STRING' },
            { name: 'name', data: part.map(({ name }) => name), type: 'STRING' },
            { name: 'pagerank', data: part.map((_, n) => (n + 1) / 7 + i), type: 'DOUBLE' },
            { name: 'component', data: part.map(() => 8_589_934_592n), type: 'INT64' },
          ],
        }),
      ),
    );
  const source = ['--source-name', 'Spark 3.5, GraphFrames', '--source-url', 'https://example.org/run'];
  expect(await run(parts, '--graph-version', '0', ...source)).toEqual({
    status: 0,
    errors: '',
    output: `pagerank: ${nodes.length} cities\ncomponent: ${nodes.length} cities\nAttached to version 0.\n`,
  });
  const at = nodes.findIndex(({ slug }) => slug === 'london');
  const pagerank = at < half ? (at + 1) / 7 : (at - half + 1) / 7 + 1;
  const { city } = await http.world.ask(RESULTS);
  const facts = {
    version: '0',
    source: 'Spark 3.5, GraphFrames',
    sourceUrl: 'https://example.org/run',
    attachedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  };
  expect(city.graphResults).toEqual([
    { name: 'component', value: 8_589_934_592, ...facts },
    { name: 'pagerank', value: pagerank, ...facts },
  ]);
  const again = await exportedNodes('&results=true');
  expect(again.find(({ slug }) => slug === 'london')).toMatchObject({ pagerank, component: 8_589_934_592 });
  expect(again.filter((node) => node['pagerank'] !== null)).toHaveLength(nodes.length);
  expect((await exportedNodes())[0]).not.toHaveProperty('pagerank');
  const { json } = await http.fetch('/exports/graph.json?results=true');
  expect(json.graph.results).toContainEqual({ name: 'pagerank', version: '0', source: 'Spark 3.5, GraphFrames' });
});

test('CSV will do, by slug; figures of the same name and version are replaced, others stay', async () => {
  const tag = async () =>
    (await fetch(`${http.url}/exports/graph.json?results=true`, { method: 'HEAD' })).headers.get('etag');
  const before = await tag();
  const csv = await file('own.csv', 'slug,pagerank\nlondon,.25\nparis,\naccra,1e-3\n');
  expect((await run(csv, '--graph-version', '0', '--source-name', 'R')).output).toBe(
    'pagerank: 2 cities\nAttached to version 0.\n',
  );
  const { nodes } = await http.world.ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on City { graphResults(names: ["pagerank"]) { name value source } } } }',
    { variables: { ids: ['london', 'paris', 'accra'].map((slug) => toGlobalId('City', slug)) } },
  );
  const figure = (value: number) => ({ graphResults: [{ name: 'pagerank', value, source: 'R' }] });
  expect(nodes).toEqual([figure(0.25), { graphResults: [] }, figure(0.001)]);
  expect((await http.world.ask(RESULTS)).city.graphResults.map(({ name }: { name: string }) => name)).toEqual([
    'component',
    'pagerank',
  ]);
  expect(await tag()).not.toBe(before);
});

test('of each name the latest version counts, and an earlier one is there when it is asked for', async () => {
  await http.world
    .sql(`WITH made AS (INSERT INTO graph_result (name, version, source) VALUES ('pagerank', 7, 'later') RETURNING id)
    INSERT INTO graph_result_value SELECT c.id, made.id, 0.5 FROM made, city c WHERE c.slug = 'london'`);
  const { city } = await http.world
    .ask(`{ city(slug: "london") { latest: graphResults(names: ["pagerank"]) { value version }
    first: graphResults(names: ["pagerank"], version: "0") { value version } none: graphResults(names: []) { value } } }`);
  expect(city).toEqual({ latest: [{ value: 0.5, version: '7' }], first: [{ value: 0.25, version: '0' }], none: [] });
});

const NONE = ['--graph-version', '0', '--source-name', 'R'];

test('every mistake of a file is told, and nothing is changed', async () => {
  const csv = await file(
    'wrong.csv',
    'slug,rank,2nd\nlondon,1,1\nlondon,2,1\natlantis,3,1\nparis,many,1\naccra,1e999,1\n',
  );
  const before = await http.world.sql('SELECT count(*) FROM graph_result_value');
  expect(await run(csv, ...NONE)).toEqual({
    status: 1,
    output: 'rank: 1 cities\n5 problems: nothing was changed.\n',
    errors: [
      'problem: wrong.csv: expected columns named with letters, digits and _, 63 at most, a letter first, got "2nd"',
      'problem: wrong.csv, row 3, slug: expected each city once, got "london"',
      'problem: wrong.csv, row 4, slug: expected the slug of a city that there is, got "atlantis"',
      'problem: wrong.csv, row 5, rank: expected a number, got "many"',
      'problem: wrong.csv, row 6, rank: expected a number, got "1e999"',
      '',
    ].join('\n'),
  });
  expect(await http.world.sql('SELECT count(*) FROM graph_result_value')).toEqual(before);
});

test.each([
  [
    'a version that has not been',
    'slug,rank\nlondon,1\n',
    ['--graph-version', '99', '--source-name', 'R'],
    /--graph-version: expected .* from 0 to 0, got "99"/,
  ],
  ['no source', 'slug,rank\nlondon,1\n', ['--graph-version', '0'], /Expected --source-name NAME/],
  ['no ids', 'city,rank\nlondon,1\n', NONE, /expected a column "id"/],
  ['no figures', 'slug,name\nlondon,London\n', NONE, /expected a column of figures/],
  ['a broken file', 'slug,rank\n"london,1\n', NONE, /wrong-file\.csv: expected a whole file of Parquet or CSV/],
])('refuses %s', async (_name, content, options, message) => {
  const { status, errors } = await run(await file('wrong-file.csv', content), ...options);
  expect({ status, errors }).toEqual({ status: 1, errors: expect.stringMatching(message) });
});

test.each(['wrong.txt', 'nothing.csv'])('refuses %s', async (name) => {
  await file('wrong.txt', 'slug,rank\n');
  const { errors } = await run(path.join(folder, name), ...NONE);
  expect(errors).toMatch(/^Expected a file \.parquet, \.csv or \.csv\.gz/);
});
