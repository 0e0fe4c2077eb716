import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { localSubgraphs } from '../../src/schema/print';
import { createDataFolder } from '../support/folders';
import { freePorts } from '../support/free-ports';
import { endProgram } from '../support/program';

const root = path.join(__dirname, '../..');

let folder: string;
let child: ChildProcess | undefined;
beforeAll(() => (folder = createDataFolder()));
afterAll(async () => {
  await endProgram(child);
  fs.rmSync(folder, { recursive: true, force: true });
});

test('npm run federation: slices and gateway by one command, and one signal ends them all', async () => {
  const port = await freePorts(7);
  const env = {
    ...process.env,
    INTERURBAN_DATA_DIR: folder,
    INTERURBAN_SAMPLE: 'false',
    PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  child = spawn(process.execPath, ['scripts/federation.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const ready = new Promise<string>((resolve, reject) => {
    let printed = '';
    child!.stdout!.on('data', (chunk) => {
      printed += String(chunk);
      if (printed.includes('is ready') && printed.includes(String(port + 6))) resolve(printed);
    });
    void ended.then(([status]) => reject(new Error(`It ended with ${status}.`)));
  });
  const printed = await ready;
  for (const { name, url } of localSubgraphs(port)) expect(printed).toContain(`${name}  ${url}`);

  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ cities { totalCount } networks { totalCount } solutions { totalCount } viewer { subject } }',
    }),
  });
  const none = { totalCount: 0 };
  expect(await response.json()).toEqual({ data: { cities: none, networks: none, solutions: none, viewer: null } });

  child.kill('SIGINT');
  expect((await ended)[0]).toBe(0);
  for (const { url } of localSubgraphs(port)) await expect(fetch(url)).rejects.toThrow();
  expect(fs.existsSync(path.join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
}, 300_000);
