import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../src/project-root';
import type { LoadReport } from './load';
import { nextMessage, start } from './processes';
import { writeSection } from './results';
import { serve, stop, withDataFolder } from './serving';
import { table } from './table';

const CITIES = ['bogota', 'copenhagen', 'london', 'los-angeles', 'mexico-city', 'new-york', 'paris'];

/** What is asked of the sample data, and with which variables. */
const OPERATIONS: Record<string, object[]> = {
  dashboard: [{ after: null }],
  'city-profile': CITIES.map((slug) => ({ slug })),
  feed: ['BUILDINGS', 'ENERGY_SUPPLY', 'TRANSPORT', 'WASTE', 'WATER'].map((sector) => ({ sector, after: null })),
};

const SERVERS = [
  { name: 'one process', args: ['bin/interurban.mjs', 'serve'], port: 24_100 },
  { name: 'slices and gateway', args: ['scripts/federation.mjs'], port: 24_200 },
];

const CONNECTIONS = [1, 16];
const ROUNDS = 3;
const [WARM_UP, DURATION] = [500, 2_000]; // in ms

/**
 * `npm run bench -- federation`: what a gateway costs. Three operations on the sample data, in one process and in slices, measured by
 * turns; the better of the rounds counts.
 */
export async function run(): Promise<void> {
  const rows = await withDataFolder(measureAll);
  const text = table(['operation', 'served as', 'connections', 'requests/s', 'p50 in ms', 'p99 in ms'], rows);
  console.log(text);
  writeSection(
    'Federation',
    `What a gateway costs: the sample data, on ${os.cpus().length} cores that all processes share. ` +
      `\`npm run bench -- federation\` measures it.\n\n${text}`,
  );
}

async function measureAll(folder: string): Promise<string[][]> {
  const load = start('load');
  const children: ChildProcess[] = [];
  const rows: string[][] = [];
  try {
    for (const { args, port } of SERVERS) children.push(await serve(args, port, folder));
    for (const [name, variables] of Object.entries(OPERATIONS)) {
      for (const connections of CONNECTIONS) {
        const best = new Map<string, LoadReport>();
        for (let round = 0; round < ROUNDS; round++) {
          for (const server of SERVERS) {
            const report = await measure(load, server.port, name, variables, connections);
            if (rate(report) > rate(best.get(server.name))) best.set(server.name, report);
          }
        }
        for (const [server, report] of best) rows.push([name, server, String(connections), ...cells(report)]);
      }
    }
  } finally {
    load.disconnect();
    for (const child of children.reverse()) await stop(child);
  }
  return rows;
}

const rate = (report: LoadReport | undefined): number => (report ? report.requests / report.seconds : 0);

const cells = (report: LoadReport): string[] => [rate(report).toFixed(0), report.p50.toFixed(1), report.p99.toFixed(1)];

async function measure(
  load: ChildProcess,
  port: number,
  name: string,
  variables: object[],
  connections: number,
): Promise<LoadReport> {
  const url = `http://127.0.0.1:${port}`;
  const query = fs.readFileSync(path.join(PROJECT_ROOT, 'bench/operations', `${name}.graphql`), 'utf8');
  const bodies = variables.map((each) => JSON.stringify({ query, variables: each }));
  await check(url, bodies[0]!);
  load.send({ url, bodies, connections, warmUp: WARM_UP, duration: DURATION });
  await nextMessage<'warm'>(load);
  load.send('go');
  return nextMessage<LoadReport>(load);
}

/** @throws Error unless the answer is one without errors: it is the same, or nothing is compared */
async function check(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(`Expected no errors, got ${JSON.stringify(errors)}`);
}
