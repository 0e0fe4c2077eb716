import os from 'node:os';
import type { Operation } from './operations';
import type { Measurement } from './processes';
import { writeBeginning } from './results';
import { table } from './table';

/** What one contender made of one operation: a measurement for each number of connections (1, 16, 64). */
export interface Result {
  operation: Operation;
  contender: string;
  byConnections: Measurement[];
  /** The mean size of an answer. */
  bytes: number;
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2);

const HEAD = ['operation', 'contender', 'CPU server', 'CPU PostgreSQL', 'requests/s', 'p50', 'p99'];

// CPU is that of the middle number of connections: with one, much of it goes into waiting.
function row({ operation, contender, byConnections, bytes }: Result): string[] {
  const levels = (value: (measurement: Measurement) => number) =>
    byConnections.map((level) => number(value(level))).join(' · ');
  const { serverCpu, databaseCpu } = byConnections[1]!;
  return [
    `${operation.title} (${number(bytes / 1000)} KB)`,
    contender,
    number(serverCpu),
    databaseCpu === undefined ? 'unknown' : number(databaseCpu),
    levels(({ requestsPerSecond }) => requestsPerSecond),
    levels(({ p50 }) => p50),
    levels(({ p99 }) => p99),
  ];
}

const RATIOS_HEAD = [
  'operation',
  '× tutorial: requests/s',
  '× tutorial: CPU',
  'share of bare SQL: requests/s',
  '… CPU',
];

/** How many times as fast we are as the tutorials' stack, and how close to the bare statement. */
function ratios(results: readonly Result[]): string[][] {
  const operations = [...new Set(results.map(({ operation }) => operation))];
  return operations.map((operation) => {
    const [ours, floor, tutorial] = results.filter((result) => result.operation === operation) as [
      Result,
      Result,
      Result,
    ];
    const speed = (than: Result) =>
      ours.byConnections
        .map((level, i) => number(level.requestsPerSecond / than.byConnections[i]!.requestsPerSecond))
        .join(' · ');
    const cpu = ({ byConnections }: Result) => byConnections[1]!.serverCpu + (byConnections[1]!.databaseCpu ?? 0);
    return [
      operation.title,
      speed(tutorial),
      number(cpu(tutorial) / cpu(ours)),
      speed(floor),
      number(cpu(floor) / cpu(ours)),
    ];
  });
}

const tables = (results: readonly Result[]): string =>
  [
    table(HEAD, results.map(row)),
    'CPU in ms a request, at 16 connections. Requests a second and latencies (in ms) at 1 · 16 · 64 connections.',
    table(RATIOS_HEAD, ratios(results)),
  ].join('\n\n');

export const printResults = (results: readonly Result[]): void => console.log(`\n${tables(results)}`);

/** Writes bench/RESULTS.md. */
export function writeResults(results: readonly Result[], postgresVersion: number): void {
  const [cpu] = os.cpus();
  const machine = `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${os.type()} ${os.machine()}`;
  const text = `# Results of \`npm run bench\`

${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, PostgreSQL ${postgresVersion}, on ${machine}. Ratios hold better
than absolute figures: servers, PostgreSQL and the load generator share the processors. [What is measured](README.md).

${tables(results)}
`;
  writeBeginning(text);
}
