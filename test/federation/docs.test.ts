import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readSubgraph } from '../../src/schema/read-subgraph';
import { createDataFolder } from '../support/folders';
import { Gateway } from '../support/gateway';
import { useHttpWorld } from '../support/http';
import { endProgram, startProgram } from '../support/program';

const root = path.join(__dirname, '../..');
const page = fs.readFileSync(path.join(root, 'docs/federation.md'), 'utf8');

/** The page's code by the name behind the language: of the file that it is, or of what it is for. */
const code = Object.fromEntries(
  [...page.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)].map(([, name, text]) => [name!, text!]),
);

// What the page says in the reader's shell, word for word. The test stands on other ports, and has the packages already.
const COMMANDS = [
  'npm install graphql@16 graphql-yoga@5 @apollo/subgraph@2.14',
  'node noise/server.mjs',
  'npx interurban schema compose',
];

const http = useHttpWorld();
const gateway = new Gateway();
let folder: string;
let partner: ChildProcess | undefined;

beforeAll(() => {
  folder = createDataFolder();
  fs.mkdirSync(path.join(folder, 'noise'));
  fs.symlinkSync(path.join(root, 'examples/air-quality/node_modules'), path.join(folder, 'node_modules'));
});
afterAll(async () => {
  await gateway.stop();
  await endProgram(partner);
  fs.rmSync(folder, { recursive: true });
});

describe('add your data to the graph: what the page says, step by step', () => {
  let noise: string;

  test('1 and 2: a schema and a server, which starts', async () => {
    for (const command of COMMANDS) expect(page).toContain(command);
    for (const file of ['noise/schema.graphql', 'noise/server.mjs'])
      fs.writeFileSync(path.join(folder, file), code[file]!);
    partner = spawn(process.execPath, ['noise/server.mjs'], {
      cwd: folder,
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: partner.stdout! }), 'line')) as [string];
    [noise] = /http:\S+/.exec(line) as unknown as [string];
  });

  test('3: it is composed with ours', async () => {
    const args = ['schema', 'compose', `interurban=${http.url}/graphql`, `noise=${noise}`];
    const { status, output, errors } = await startProgram(args, {}).ended;
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(/noise: Float +@join__field\(graph: NOISE\)/);
  });

  test('4 and 5: the gateway answers the page’s question as the page says', async () => {
    await gateway.start(await Promise.all([`interurban=${http.url}/graphql`, `noise=${noise}`].map(readSubgraph)));
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: code['question'] }),
    });
    expect(await response.json()).toEqual(JSON.parse(code['answer']!));
  });
});
