import os from 'node:os';
import { writeSection } from '../results';
import { table } from '../table';
import type { DeliveryReport } from './protocol';

/** What one server made of one number of sockets. */
export interface LiveResult {
  server: string;
  sockets: number;
  /** Distinct filters. */
  filters: number;
  burst: DeliveryReport & { messages: number };
  steady: DeliveryReport;
  /** A socket, in bytes. */
  memory: number;
  /** How many events were executed; unknown for a server that executes none. */
  executions: number | undefined;
  /** How many events there were. */
  events: number;
}

const HEAD = [
  'sockets',
  'server',
  'filters',
  'messages/s',
  '× ws',
  'p99 burst',
  'p50 · p99 steady',
  'KB a socket',
  'executions',
];

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2);

const rate = ({ burst }: LiveResult): number => (burst.messages / burst.duration) * 1000;

/** Writes the section "live" of bench/RESULTS.md, and prints it. */
export function writeLiveResults(results: readonly LiveResult[], bytes: number): void {
  const rows = results.map((result) => {
    const bare = results.find(({ server, sockets }) => server === 'ws' && sockets === result.sockets)!;
    return [
      number(result.sockets),
      result.server,
      String(result.filters),
      number(rate(result)),
      number(rate(result) / rate(bare)),
      number(result.burst.p99),
      `${number(result.steady.p50)} · ${number(result.steady.p99)}`,
      number(result.memory / 1024),
      result.executions === undefined ? '' : `${result.executions} = ${result.filters} × ${result.events}`,
    ];
  });
  const text = `${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}. A message has
${bytes} bytes. Times in ms: from before the commit (for ws, from the first send) to the arrival at a client. [What is measured](README.md#live).

${table(HEAD, rows)}`;
  console.log(`\n${text}`);
  writeSection('live', text);
}
