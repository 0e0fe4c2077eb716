import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { printedFiles, printMergedSchema } from '../../src/schema/print';
import { createDataFolder } from '../support/folders';
import { startProgram } from '../support/program';

const run = (...args: string[]) => startProgram(['schema', ...args], {}).ended;
const files = printedFiles();

let folder: string;
beforeAll(() => (folder = createDataFolder()));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

describe('compose', () => {
  test('of the subgraphs that are served here, where none are named', async () => {
    const { status, output } = await run('compose');
    expect(status).toBe(0);
    expect(files['supergraph.graphql']).toContain(output);
  });

  test('of subgraphs in files, and of those that are asked', async () => {
    const sdl = 'type Query { moons: Int }';
    const server = createServer((_request, response) => response.end(JSON.stringify({ data: { _service: { sdl } } })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const merged = write('merged.graphql', files['subgraphs/interurban.graphql']!);
    const { status, output } = await run('compose', `interurban=http://127.0.0.1:1/graphql,${merged}`, `moons=${url}`);
    server.close();
    expect(status).toBe(0);
    expect(output).toContain(`MOONS @join__graph(name: "moons", url: "${url}")`);
    expect(output).toMatch(/moons: Int +@join__field\(graph: MOONS\)/);
  });

  test.each([
    ['no address', 'moons', /^Expected a subgraph such as air-quality=.*, got "moons"\.\n$/],
    ['nothing there', 'moons=http://127.0.0.1:1/graphql', /^Expected the schema of the subgraph moons from http.*\n$/],
    [
      'no such file',
      'moons=http://127.0.0.1:1/graphql,none.graphql',
      /^Expected .* moons from none\.graphql, got: .*\n$/,
    ],
  ])('%s: one line that says so', async (_what, subgraph, message) => {
    expect(await run('compose', subgraph)).toEqual({ status: 1, output: '', errors: expect.stringMatching(message) });
  });

  test('what does not fit together', async () => {
    const a = write('a.graphql', 'type Query { a: Int }');
    const b = write('b.graphql', 'type Query { a: String }');
    const { status, errors } = await run('compose', `a=http://127.0.0.1:1/,${a}`, `b=http://127.0.0.1:1/,${b}`);
    expect(status).toBe(1);
    expect(errors).toMatch(/Query\.a/);
  });
});

describe('check', () => {
  test('against the same schema there is nothing to tell', async () => {
    const same = write('same.graphql', printMergedSchema());
    expect(await run('check', '--against', same)).toEqual({
      status: 0,
      output: '0 breaking, 0 dangerous, 0 safe\n',
      errors: '',
    });
  });

  test('what would break is told first, and is status 1', async () => {
    const earlier = printMergedSchema()
      .replace('type Query {', 'type Query {\n  gone: Int\n')
      .replace('enum OrderDirection {', 'enum OrderDirection {\n  SIDEWAYS\n')
      .replace(/\nenum Region \{[^}]*/, (region) => region.replace('AFRICA', 'AFRIKA'));
    const { status, output } = await run('check', '--against', write('earlier.graphql', earlier));
    expect(status).toBe(1);
    expect(output.split('\n')[0]).toMatch(/^breaking {3}/);
    expect(output).toMatch(/^breaking +Field 'gone' was removed from object type 'Query'$/m);
    expect(output).toMatch(/^dangerous +Enum value 'AFRICA' was added to enum 'Region'$/m);
    expect(output).toMatch(/\d+ breaking, \d+ dangerous, \d+ safe\n$/);
  });

  test.each([
    [
      'neither a file nor a commit',
      'no-such-thing',
      /^Expected a file, or a commit of Git .*, got "no-such-thing"\.\n$/,
    ],
    ['what looks like an option of Git', '--output=x', /^Expected a file, or a commit of Git .*\n$/],
  ])('%s', async (_what, against, message) => {
    expect(await run('check', `--against=${against}`)).toEqual({
      status: 1,
      output: '',
      errors: expect.stringMatching(message),
    });
  });

  test('a file that is no schema', async () => {
    const { status, errors } = await run('check', '--against', write('wrong.graphql', 'type'));
    expect({ status, errors }).toEqual({
      status: 1,
      errors: expect.stringMatching(/^Expected a GraphQL schema in .*\n$/),
    });
  });
});

const isRepository = fs.existsSync(path.join(__dirname, '../../.git'));

(isRepository ? test : test.skip)('check against a commit (skipped outside of a clone)', async () => {
  const { status, output, errors } = await run('check', '--against', 'HEAD');
  expect(errors).toBe('');
  expect([0, 1]).toContain(status);
  expect(output).toMatch(/\d+ breaking, \d+ dangerous, \d+ safe\n$/);
});
