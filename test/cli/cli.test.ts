import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { createDataFolder } from '../support/folders';
import { endProgram, startProgram, type Result, type Started } from '../support/program';

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = createDataFolder();
  children = [];
});

afterEach(async () => {
  for (const child of children) await endProgram(child, 'SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs `interurban` with the arguments, and the settings that the environment then has. */
function start(args: string[], settings: Record<string, string> = {}): Started {
  const started = startProgram(args, {
    INTERURBAN_DATA_DIR: folder,
    INTERURBAN_SAMPLE: 'false',
    PORT: '0',
    ...settings,
  });
  children.push(started.child);
  return started;
}

const run = (args: string[], settings?: Record<string, string>): Promise<Result> => start(args, settings).ended;

/** Starts a server, and gives the address of its GraphiQL once it has printed it. */
async function serve(...args: string[]) {
  const { child, ended, printed } = start(['serve', ...args]);
  return { child, ended, url: await printed(/http:\S+\/graphql/) };
}

test('tells every wrong setting in one line each, and nothing else', async () => {
  const wrong = { PORT: 'abc', LOG_LEVEL: 'loud' };
  expect(await run(['serve'], wrong)).toEqual({
    status: 1,
    output: '',
    errors:
      'PORT: expected a whole number from 0 to 65535, got "abc"\n' +
      'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent, got "loud"\n',
  });
});

test('tells that a port is taken', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, errors } = await run(['serve'], { PORT: String(port), LOG_LEVEL: 'silent' });
  other.close();
  expect({ status, errors }).toEqual({
    status: 1,
    errors: expect.stringMatching(
      new RegExp(`^PORT: expected a free port, got ${port}, which another program uses.*\n$`),
    ),
  });
});

test('tells that the data directory cannot be written', async () => {
  const file = path.join(folder, 'file');
  fs.writeFileSync(file, '');
  const { status, errors } = await run(['migrate'], { INTERURBAN_DATA_DIR: file });
  expect({ status, errors }).toEqual({
    status: 1,
    errors: expect.stringMatching(/^INTERURBAN_DATA_DIR: expected a folder that can be written, got .*\n$/),
  });
});

test('serves until it is told to stop, beside other commands on the same data', async () => {
  const { child, ended, url } = await serve();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ networks { totalCount } }"}',
  });
  expect(await answer.json()).toEqual({ data: { networks: { totalCount: 0 } } });
  expect(await run(['migrate'])).toEqual({ status: 0, output: 'The database is up to date.\n', errors: '' });
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0 });
  expect(fs.existsSync(path.join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('serves a slice of the graph, and names what is no module', async () => {
  const { child, ended, url } = await serve('--subgraphs', 'cities, networks');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ _service { sdl } networks { totalCount } }"}',
  });
  const { data } = (await answer.json()) as { data: { _service: { sdl: string }; networks: object } };
  expect(data).toEqual({ _service: { sdl: expect.any(String) as string }, networks: { totalCount: 0 } });
  expect(data._service.sdl).toContain('type City implements Node @key(fields: "id")');
  expect(data._service.sdl).not.toContain('solutions(');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0 });
  const { status, errors } = await run(['serve', '--subgraphs', 'cities,planets']);
  expect({ status, errors }).toEqual({
    status: 1,
    errors: expect.stringContaining('Expected some of cities,networks,solutions,') as string,
  });
});

test('answers --help, and names an unknown command', async () => {
  const { status, output } = await run(['--help']);
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('Usage: interurban') });
  expect(await run(['serv'])).toMatchObject({ status: 1, errors: expect.stringContaining('Did you mean serve?') });
});
