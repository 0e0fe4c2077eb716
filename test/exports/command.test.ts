import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';
import { startProgram, type Result } from '../support/program';
import { databaseUrl } from '../support/server-process';

const http = useHttpWorld();
let folder: string;
beforeEach(() => (folder = createDataFolder()));
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<Result> =>
  startProgram(['export', 'graph', ...args], {
    INTERURBAN_DATA_DIR: folder,
    DATABASE_URL: databaseUrl(http.world.testDatabase.connection),
  }).ended;

test('writes what the server serves, byte for byte', async () => {
  const file = path.join(folder, 'graph.gexf');
  const query = '?layers=ADOPTION&isolates=false';
  const served = await http.fetch(`/exports/graph.gexf${query}`);
  const { status, errors } = await run(file, '--filter', '{"layers":["ADOPTION"]}', '--no-isolates');
  expect({ status, errors }).toEqual({
    status: 0,
    errors: `Version ${served.headers.get('graph-version')}, SHA-256 ${served.headers.get('graph-digest')}.\n`,
  });
  expect(await readFile(file, 'utf8')).toBe(served.text);
  expect(await readdir(folder)).toEqual(['graph.gexf']);
});

test('writes to standard output, with what is hidden where it is asked to', async () => {
  const adoptions = ['--format', 'json', '--filter', '{"layers":["ADOPTION"]}'];
  const [open, all] = await Promise.all([run(...adoptions), run(...adoptions, '--all')]);
  const edges = ({ output }: Result) => (JSON.parse(output) as { edges: unknown[] }).edges.length;
  expect(edges(all)).toBeGreaterThan(edges(open));
});

test.each([
  [
    [],
    'Expected a file that ends in .gexf, .graphml, .json, .csv.zip, .parquet, or --format without a file, got none.\n',
  ],
  [['graph.xlsx'], /^Expected a file that ends in .*, got graph\.xlsx\.\n$/],
  [['graph.gexf', '--format', 'json'], /, got graph\.gexf and json\.\n$/],
  [['--format', 'json', '--filter', '{"layers":["FRIENDSHIP"]}'], /^--filter: Expected a GraphFilter, .*FRIENDSHIP/],
  [['--format', 'json', '--filter', '{"layers":[]}'], /^--filter: Expected at least one layer/],
  [['/nowhere/graph.gexf'], 'Expected a file that can be written, got ENOENT for /nowhere/graph.gexf.\n'],
])('refuses %j', async (args, errors) => {
  const result = await run(...args);
  expect(result).toEqual({
    status: 1,
    output: '',
    errors: typeof errors === 'string' ? errors : expect.stringMatching(errors),
  });
});
