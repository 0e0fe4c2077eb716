import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../src/project-root';
import type { LoadReport } from './load';
import { nextMessage, start } from './processes';
import { writeSection } from './results';
import { table } from './table';

const CITIES = ['bogota', 'copenhagen', 'london', 'los-angeles', 'mexico-city', 'new-york', 'paris'];

/** What is asked of the sample data, and with which variables. */
const OPERATIONS: Record<string, object[]> = {
  dashboard: [{ after: null }],
  'city-profile': CITIES.map((slug) => ({ slug })),
  feed: ['BUILDINGS', 'ENERGY', 'TRANSPORT', 'WASTE', 'WATER'].map((sector) => ({ sector, after: null })),
};

const SERVERS = { 'one process': ['bin/interurban.mjs', 'serve'], 'slices and gateway': ['scripts/federation.mjs'] };

const PORT = 24_100;
const CONNECTIONS = [1, 16];
const [WARM_UP, DURATION] = [2_000, 5_000]; // in ms

/** `npm run bench -- federation`: what a gateway costs. Three operations on the sample data, in one process and in slices. */
export async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  fs.chmodSync(folder, 0o711); // for PostgreSQL's own user
  const load = start('load');
  const rows: string[][] = [];
  try {
    for (const [server, args] of Object.entries(SERVERS)) {
      const child = spawn(process.execPath, args, {
        cwd: PROJECT_ROOT,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          INTERURBAN_DATA_DIR: folder,
          PORT: String(PORT),
          LOG_LEVEL: 'warn',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      try {
        await ready(child);
        for (const [name, variables] of Object.entries(OPERATIONS))
          for (const connections of CONNECTIONS)
            rows.push([name, server, ...(await measure(load, name, variables, connections))]);
      } finally {
        child.kill('SIGTERM');
        if (child.exitCode === null) await once(child, 'exit');
      }
    }
  } finally {
    load.disconnect();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  rows.sort(([one = ''], [other = '']) => one.localeCompare(other));
  const text = table(['operation', 'served as', 'connections', 'requests/s', 'p50 in ms', 'p99 in ms'], rows);
  console.log(text);
  writeSection(
    'Federation',
    `What a gateway costs: the sample data, on ${os.cpus().length} cores that all processes share. ` +
      `\`npm run bench -- federation\` measures it.\n\n${text}`,
  );
}

async function ready(child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('Expected the server to start; the reason is above.');
    const isReady = await fetch(`http://127.0.0.1:${PORT}/readyz`).then(({ ok }) => ok).catch(() => false); // prettier-ignore
    if (isReady) return;
    await delay(100);
  }
}

async function measure(load: ChildProcess, name: string, variables: object[], connections: number): Promise<string[]> {
  const query = fs.readFileSync(path.join(PROJECT_ROOT, 'bench/operations', `${name}.graphql`), 'utf8');
  const bodies = variables.map((each) => JSON.stringify({ query, variables: each }));
  await check(bodies[0]!);
  load.send({ url: `http://127.0.0.1:${PORT}`, bodies, connections, warmUp: WARM_UP, duration: DURATION });
  await nextMessage<'warm'>(load);
  load.send('go');
  const { requests, seconds, p50, p99 } = await nextMessage<LoadReport>(load);
  return [String(connections), (requests / seconds).toFixed(0), p50.toFixed(1), p99.toFixed(1)];
}

/** @throws Error unless the answer is one without errors: it is the same, or nothing is compared */
async function check(body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, { method: 'POST', headers, body });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(`Expected no errors, got ${JSON.stringify(errors)}`);
}
