import os from 'node:os';
import { FLOOR, OURS } from './contenders/contenders';
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

export const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2);

const HEAD = ['operation', 'contender', 'CPU server', 'CPU PostgreSQL', 'requests/s', 'p50', 'p99', 'MB'];

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
    number(byConnections.at(-1)!.memory),
  ];
}

const RATIOS_HEAD = ['operation', 'against', '× requests/s', 'its CPU ÷ ours', 'server’s alone'];

/** How many times as fast we are as each other one, and how much more it works for an answer. */
function ratios(results: readonly Result[]): string[][] {
  return results.flatMap((other) => {
    if (other.contender === OURS) return [];
    const ours = results.find(({ operation, contender }) => operation === other.operation && contender === OURS)!;
    const speed = ours.byConnections.map((level, i) =>
      number(level.requestsPerSecond / other.byConnections[i]!.requestsPerSecond),
    );
    const [mine, theirs] = [ours.byConnections[1]!, other.byConnections[1]!];
    const all = ({ serverCpu, databaseCpu = 0 }: Measurement) => serverCpu + databaseCpu;
    return [
      [
        other.operation.title,
        other.contender,
        speed.join(' · '),
        number(all(theirs) / all(mine)),
        number(theirs.serverCpu / mine.serverCpu),
      ],
    ];
  });
}

const tables = (results: readonly Result[]): string =>
  [
    table(HEAD, results.map(row)),
    'CPU in ms a request, at 16 connections. Requests a second and latencies (in ms) at 1 · 16 · 64 connections. MB: resident ' +
      'memory of the server at the end.',
    `Ours against each of the others (${FLOOR}: the larger the share, the nearer):`,
    table(RATIOS_HEAD, ratios(results)),
  ].join('\n\n');

export const printResults = (results: readonly Result[]): void => console.log(`\n${tables(results)}`);

/** What the figures were measured on. */
export function machine(postgresVersion: number, isPinned: boolean): string {
  const [cpu] = os.cpus();
  const processors = isPinned
    ? 'servers and PostgreSQL on one processor, the load generator on another'
    : 'servers, PostgreSQL and the load generator share the processors';
  return `${new Date().toISOString().slice(0, 10)}, PostgreSQL ${postgresVersion}, on ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${os.type()} ${os.machine()}; ${processors}`;
}

/** Writes bench/RESULTS.md. */
export function writeResults(results: readonly Result[], postgresVersion: number, isPinned: boolean): void {
  const text = `# Results of \`npm run bench\`

${machine(postgresVersion, isPinned)}. Ratios hold better than absolute figures. [What is measured](README.md).

${tables(results)}
`;
  writeBeginning(text);
}
