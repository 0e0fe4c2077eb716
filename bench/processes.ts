import { fork, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Entry } from './contenders/contenders';
import type { Dialect } from './contenders/dialect';
import type { Answer, Question, Usage } from './contenders/host';
import type { Load, LoadReport } from './load';
import type { Operation } from './operations';
import type { Pinning } from './pinning';

/** What took part in one measurement. */
export interface Measurement {
  requests: number;
  requestsPerSecond: number;
  /** In ms. */
  p50: number;
  p99: number;
  /** CPU time of the server and of PostgreSQL, in ms a request; that of a PostgreSQL elsewhere is not known. */
  serverCpu: number;
  databaseCpu: number | undefined;
  /** The share of answers that came from a cache, from 0 to 1. */
  hitRate: number;
  /** Resident memory of the server afterwards, in MB. */
  memory: number;
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
    readonly dialect: Dialect,
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(entry: Required<Entry>, connection: pg.ClientConfig, pinning: Pinning): Promise<Contender> {
    const { name, file, node: execPath, execArgv, dialect, env: own } = entry;
    const application = `interurban bench: ${name}`;
    const settings = { ...connection, application_name: application };
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      BENCH_CONNECTION: JSON.stringify(settings),
      PGAPPNAME: application,
      ...own,
    };
    const child = fork(file, { execPath, execArgv: ['--expose-gc', ...execArgv], env });
    pinning.server(child.pid);
    const { url } = await nextMessage<Extract<Answer, { url: string }>>(child);
    return new Contender(name, dialect, url, child);
  }

  /** An operation as this server understands it. */
  translate(operation: Operation): Promise<Operation> {
    return this.dialect.translate(operation, (body) => this.answer(body));
  }

  async answer(body: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body });
    return response.json();
  }

  /** What the process has used so far. */
  async usage(): Promise<Usage> {
    this.child.send('usage' satisfies Question);
    return nextMessage<Usage>(this.child);
  }

  /** The size of its heap after a garbage collection, in bytes. */
  async heap(): Promise<number> {
    this.child.send('heap' satisfies Question);
    return (await nextMessage<Extract<Answer, { heap: number }>>(this.child)).heap;
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
    // Autovacuum comes and goes, and is nobody's.
    const text = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`;
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
  // Kept in their order, however fast they come.
  private readonly messages = on(this.child, 'message');
  private write: (() => void) | undefined;

  constructor(
    private readonly database: DatabaseCpu,
    pinning: Pinning,
  ) {
    pinning.load(this.child.pid);
    this.child.once('exit', () => void this.messages.return?.());
  }

  /** @param write called whenever it is time to write, by `writeEvery` of the load */
  async measure(contender: Contender, load: Omit<Load, 'url'>, write?: () => void): Promise<Measurement> {
    this.write = write;
    this.child.send({ ...load, url: contender.url } satisfies Load);
    await this.next<'warm'>();
    const [before, databaseBefore] = [await contender.usage(), await this.database.read()];
    this.child.send('go');
    const { requests, seconds, p50, p99, hits } = await this.next<LoadReport>();
    const [after, databaseAfter] = [await contender.usage(), await this.database.read()];
    return {
      requests,
      requestsPerSecond: requests / seconds,
      p50,
      p99,
      serverCpu: (after.cpu - before.cpu) / requests,
      databaseCpu: databaseBefore && databaseAfter && spent(databaseBefore, databaseAfter) / requests,
      hitRate: hits / requests,
      memory: after.memory / 2 ** 20,
    };
  }

  stop(): void {
    this.child.disconnect();
  }

  /** The next message that is not about writing. @throws when the process has ended; it has said why */
  private async next<M>(): Promise<M> {
    for (;;) {
      const { value, done } = (await this.messages.next()) as IteratorResult<[M | 'write'], undefined>;
      if (done) throw new Error('Expected the load generator to run until the end, but it ended before.');
      if (value[0] !== 'write') return value[0];
      this.write?.();
    }
  }
}

const spent = (before: Map<number, number>, after: Map<number, number>): number =>
  [...after].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
