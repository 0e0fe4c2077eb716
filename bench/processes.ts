import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Answer, Question } from './contenders/host';
import type { Load, LoadReport } from './load';

/** What took part in one measurement. */
export interface Measurement {
  requestsPerSecond: number;
  /** In ms. */
  p50: number;
  p99: number;
  /** CPU time of the server and of PostgreSQL, in ms a request; that of a PostgreSQL elsewhere is not known. */
  serverCpu: number;
  databaseCpu: number | undefined;
}

const program = (name: string): string => path.join(__dirname, `${name}.js`);

export const start = (name: string, env: NodeJS.ProcessEnv = {}): ChildProcess =>
  fork(program(name), { env: { ...process.env, NODE_ENV: 'production', ...env } });

/** The next message of a process. @throws when it ends instead; it has said why */
export async function nextMessage<M>(child: ChildProcess): Promise<M> {
  const waiting = new AbortController();
  const ended = async (): Promise<never> => {
    if (child.exitCode === null) await once(child, 'exit', waiting);
    throw new Error(`Expected ${path.basename(child.spawnargs[1]!)} to run until the end, but it ended before.`);
  };
  try {
    const [message] = (await Promise.race([once(child, 'message', waiting), ended()])) as [M];
    return message;
  } finally {
    waiting.abort();
  }
}

/** A server that is measured, in a process of its own. */
export class Contender {
  private constructor(
    readonly name: string,
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param program its file in contenders/ */
  static async start(name: string, program: string, connection: pg.ClientConfig): Promise<Contender> {
    const application = `interurban bench: ${name}`;
    const settings = { ...connection, application_name: application };
    const child = start(`contenders/${program}`, {
      BENCH_CONNECTION: JSON.stringify(settings),
      PGAPPNAME: application,
    });
    const { url } = await nextMessage<Extract<Answer, { url: string }>>(child);
    return new Contender(name, url, child);
  }

  async answer(body: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body });
    return response.json();
  }

  /** CPU time of the process so far, in ms. */
  async cpu(): Promise<number> {
    this.child.send('cpu' satisfies Question);
    return (await nextMessage<Extract<Answer, { cpu: number }>>(this.child)).cpu;
  }

  stop(): void {
    this.child.disconnect();
  }
}

/** CPU time of PostgreSQL's processes that serve a database, as Linux counts it. */
export class DatabaseCpu {
  private constructor(
    private readonly client: pg.Client,
    private readonly isLocal: boolean,
  ) {}

  static async open(client: pg.Client): Promise<DatabaseCpu> {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return new DatabaseCpu(client, isPostgres(rows[0]!.pid));
  }

  /** By process id, in ms. Undefined where PostgreSQL runs elsewhere. */
  async read(): Promise<Map<number, number> | undefined> {
    if (!this.isLocal) return undefined;
    const text = 'SELECT pid FROM pg_stat_activity WHERE datname = current_database()';
    const { rows } = await this.client.query<{ pid: number }>(text);
    return new Map(rows.map(({ pid }) => [pid, cpuOf(pid)]));
  }
}

const TICK = 10; // ms: Linux tells programs about CPU time in hundredths of a second

function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/comm`;
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8').startsWith('postgres');
}

function cpuOf(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** The load generator's process. */
export class LoadGenerator {
  private readonly child = start('load');

  constructor(private readonly database: DatabaseCpu) {}

  async measure(contender: Contender, load: Omit<Load, 'url'>): Promise<Measurement> {
    this.child.send({ ...load, url: contender.url } satisfies Load);
    await nextMessage<'warm'>(this.child);
    const [serverBefore, databaseBefore] = [await contender.cpu(), await this.database.read()];
    this.child.send('go');
    const { requests, seconds, p50, p99 } = await nextMessage<LoadReport>(this.child);
    const [serverAfter, databaseAfter] = [await contender.cpu(), await this.database.read()];
    return {
      requestsPerSecond: requests / seconds,
      p50,
      p99,
      serverCpu: (serverAfter - serverBefore) / requests,
      databaseCpu: databaseBefore && databaseAfter && spent(databaseBefore, databaseAfter) / requests,
    };
  }

  stop(): void {
    this.child.disconnect();
  }
}

const spent = (before: Map<number, number>, after: Map<number, number>): number =>
  [...after].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
