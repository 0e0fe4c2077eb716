import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../src/project-root';

const RUNS = 5;
const QUESTION = JSON.stringify({ query: '{ networks(first: 3) { nodes { name } } }' });

/** `bench start`: from `interurban serve` to its first answer, with data that are there already, on the embedded PostgreSQL. */
export async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  fs.chmodSync(folder, 0o711); // for PostgreSQL's own user
  try {
    const first = await timeOfStart(folder);
    const times: number[] = [];
    for (let i = 0; i < RUNS; i++) times.push(await timeOfStart(folder));
    const sorted = [...times].sort((a, b) => a - b);
    console.log(`The first start, which loads the sample: ${first.toFixed(0)} ms.`);
    console.log(
      `Later ones: ${times.map((time) => time.toFixed(0)).join(', ')} ms; median ${sorted[2]!.toFixed(0)} ms.`,
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function timeOfStart(folder: string): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'production', INTERURBAN_DATA_DIR: folder, PORT: String(port) };
  const begin = performance.now();
  const child = spawn(process.execPath, ['bin/interurban.mjs', 'serve'], {
    cwd: PROJECT_ROOT,
    env: { ...env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error('Expected the server to start, but it ended.');
    await delay(5);
  }
  const time = performance.now() - begin;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return time;
}

async function answers(port: number): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: QUESTION });
    return response.ok && 'data' in ((await response.json()) as object);
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED') return false; // not yet
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
