import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createDataFolder } from '../support/folders';
import { ServerProcess } from '../support/server-process';
import { useWorld } from '../support/world';
import { aSolution } from '../writing/desk';

const EXAMPLES = path.join(__dirname, '../../examples/clients');
const SHARE =
  'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { solution { slug } userErrors { message } } }';

const world = useWorld();
let folder: string;
let server: ServerProcess;
let token: string;

beforeAll(async () => {
  folder = createDataFolder();
  server = new ServerProcess(world.testDatabase.connection, folder);
  await server.start();
  token = await server.practitioner('london');
});
afterAll(async () => {
  await server.kill();
  fs.rmSync(folder, { recursive: true, force: true });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A client as a process, and what it has printed, over all of its lives. */
class Client {
  readonly titles: string[] = [];
  private readonly waiting = new Set<() => void>();
  private child: ChildProcess;

  constructor(
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly protocol: 'http' | 'ws',
    private readonly file: string,
  ) {}

  start(): void {
    const { PATH, NODE_OPTIONS } = process.env;
    const INTERURBAN_URL = `${server.url.replace('http', this.protocol)}/graphql`;
    this.child = spawn(this.program, [...this.args, this.file], {
      env: { PATH, NODE_OPTIONS, INTERURBAN_URL },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    this.child.stdout!.on('data', (chunk) => {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop()!;
      for (const line of lines) this.titles.push((JSON.parse(line) as { title: string }).title);
      for (const wake of this.waiting) wake();
      this.waiting.clear();
    });
  }

  async until(title: string): Promise<void> {
    while (!this.titles.includes(title)) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  async kill(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

const share = (title: string) => server.ask(SHARE, { input: aSolution('london', { title }) }, token);

/** Resolves when a client has kept a cursor: that at which it begins. */
async function begun(file: string): Promise<void> {
  while (!fs.existsSync(file)) await new Promise(setImmediate);
}

/** Resolves when a client has kept the cursor of the last event. */
async function kept(file: string): Promise<void> {
  const { feedCursor } = (await server.ask('{ feedCursor }', {}, token)) as { feedCursor: string };
  while (fs.readFileSync(file, 'utf8').trim() !== feedCursor) await new Promise(setImmediate);
}

const examples = [
  ['typescript', process.execPath, 'typescript/subscribe.ts', 'ws'],
  ['python', 'python3', 'python/subscribe.py', 'http'],
] as const;

describe.each(examples)('the client in %s', (name, program, script, protocol) => {
  const isHere = name !== 'python' || hasPython();

  (isHere ? test : test.skip)(
    `has each solution once, in order, whatever is killed${isHere ? '' : ' (skipped: there is no python3)'}`,
    async () => {
      const file = path.join(folder, `${name}.cursor`);
      const client = new Client(program, [path.join(EXAMPLES, script)], protocol, file);
      client.start();
      try {
        // It dies before it has heard of anything.
        await begun(file);
        await client.kill();
        await share(`${name} 1`);
        client.start();
        await client.until(`${name} 1`);
        // The server dies, and comes back with something new.
        await server.kill();
        await server.start();
        await share(`${name} 2`);
        await share(`${name} 3`);
        await client.until(`${name} 3`);
        // The client dies, and comes back. In the moment between printing and keeping the cursor it would print the last one again.
        await kept(file);
        await client.kill();
        await share(`${name} 4`);
        client.start();
        await client.until(`${name} 4`);
        // A deploy.
        await server.stop();
        await server.start();
        await share(`${name} 5`);
        await client.until(`${name} 5`);
      } finally {
        await client.kill();
      }
      const own = client.titles.filter((title) => title.startsWith(name));
      expect(own).toEqual([1, 2, 3, 4, 5].map((i) => `${name} ${i}`));
      expect(new Set(client.titles).size).toBe(client.titles.length);
    },
    120_000,
  );

  test('is short', () => {
    const lines = fs.readFileSync(path.join(EXAMPLES, script), 'utf8').split('\n');
    expect(lines.length).toBeLessThanOrEqual(60); // The last one is empty.
  });
});
