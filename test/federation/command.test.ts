import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { localSubgraphs } from '../../src/schema/print';
import { createDataFolder } from '../support/folders';

const root = path.join(__dirname, '../..');

let folder: string;
let child: ChildProcess | undefined;
beforeAll(() => (folder = createDataFolder()));
afterAll(() => {
  child?.kill('SIGTERM');
  fs.rmSync(folder, { recursive: true, force: true });
});

const listens = async (port: number): Promise<boolean> => {
  const server = net.createServer();
  const outcome = Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
  server.listen(port, '127.0.0.1');
  if (!(await outcome)) return false;
  server.close();
  await once(server, 'close');
  return true;
};

/** A port that is free, and those behind it. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all(Array.from({ length: count }, (_, i) => listens(first + i)));
    if (free.every(Boolean)) return first;
  }
}

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
