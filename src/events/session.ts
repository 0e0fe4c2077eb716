import pg from 'pg';
import type { Row } from '../data/database';
import { WRITTEN } from '../data/replicas/position';
import type { LogEvent } from './event';
import { readEvents } from './read';

/** The key of the advisory lock of whoever gives positions: "Interurb" in ASCII, and two more. */
const LOCK = '5291294591267730020';

/** Told by whoever has appended events; nothing is said about which. */
const APPENDED = 'event_appended';
/** Told by whoever has given positions. */
const NUMBERED = 'event_numbered';

/** How many events get their positions in one transaction at most. */
const BATCH = 1000;

// A process that hangs must not keep the lock: PostgreSQL ends a session that is silent for longer than any live one is, and notices
// soon when the other side of a connection is gone.
const SESSION = [
  'idle_session_timeout=5s',
  'statement_timeout=30s',
  'timezone=UTC',
  'jit=off',
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
];

// As long as a statement may take, and the way to and fro, in milliseconds.
const ANSWER_TIMEOUT = 40_000;

/** The state of the log: its identity, its last position, and the last that was pruned. */
export interface LogState {
  identity: string;
  head: number;
  pruned: number;
  /** How many changes there were that no event tells of: those of countries and sources, and imports. */
  untold: number;
  /** How far the primary's write-ahead log was written when this was asked: all of it is in there. */
  written: number;
}

/** SQL of the columns of a log's state, in its order, and of where they are. */
export const LOG_STATE = `identity, head, pruned, count AS untold, ${WRITTEN} AS written`;
export const LOG_TABLES = 'event_log, untold_change';

/**
 * A process's connection for the log, outside of the pool: it hears of events, and of all the processes of a database one has the
 * lock that makes it the sequencer. When it is lost, so is the lock.
 */
export class LogSession {
  /** Whether this process is the sequencer. */
  leads = false;
  /** Why the connection was lost. */
  failure: Error | undefined;
  private readonly client: pg.Client;

  /** @param onNews called when another session tells that there are events, and when the connection is lost */
  constructor(connection: pg.ClientConfig, onNews: () => void) {
    this.client = new pg.Client({
      ...connection,
      application_name: `interurban events, process ${process.pid}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_TIMEOUT,
      options: [connection.options, ...SESSION.map((setting) => `-c ${setting}`)].filter(Boolean).join(' '),
    });
    this.client.on('end', onNews).on('error', (error) => {
      this.failure ??= error;
      onNews();
    });
    this.client.on('notification', ({ processId }) => {
      if (processId !== this.processId) onNews();
    });
  }

  async open(): Promise<void> {
    await this.client.connect();
    await this.client.query(`LISTEN ${APPENDED}; LISTEN ${NUMBERED}`);
  }

  /** The state of the log; on the way, takes the lock where nobody has it. */
  async look(): Promise<LogState> {
    const { rows } = await this.client.query<Record<keyof LogState, string> & { leads: boolean }>({
      name: this.leads ? 'look' : 'look-and-lead',
      text: `SELECT ${LOG_STATE}, ${this.leads ? 'true' : `pg_try_advisory_lock(${LOCK})`} AS leads FROM ${LOG_TABLES}`,
    });
    const { identity, head, pruned, untold, written, leads } = rows[0]!;
    this.leads = leads;
    return { identity, head: Number(head), pruned: Number(pruned), untold: Number(untold), written: Number(written) };
  }

  /** The events after a position, in order. */
  read(after: number, limit: number): Promise<LogEvent[]> {
    const rows = async ({ text, values }: { text: string; values: unknown[] }): Promise<Row[]> =>
      (await this.client.query<unknown[]>({ name: 'read', text, values, rowMode: 'array' })).rows;
    return readEvents(rows, after, limit);
  }

  /** Gives positions to events that have none, and tells everybody. Returns whether there may be more. */
  async number(): Promise<boolean> {
    return (await this.count('number', 'SELECT number_events($1) AS n', [BATCH])) === BATCH;
  }

  /** Removes events that are older than so many days. Returns whether there may be more. */
  async prune(days: number): Promise<boolean> {
    const text = `SELECT prune_events(now() - $1 * interval '1 day', $2) AS n`;
    return (await this.count('prune', text, [days, BATCH])) === BATCH;
  }

  /** Tells the sequencer, wherever it is, that there are events. */
  async tellAppended(): Promise<void> {
    await this.client.query(`NOTIFY ${APPENDED}`);
  }

  /** Ends it, and lets another process lead at once. */
  async close(): Promise<void> {
    if (this.leads) await this.client.query(`SELECT pg_advisory_unlock(${LOCK}), pg_notify('${APPENDED}', '')`);
    await this.client.end();
  }

  /** Lets go of a connection that has failed. */
  abandon(): void {
    this.client.end().catch(() => undefined); // It may be gone already.
  }

  private get processId(): number | null | undefined {
    return (this.client as { processID?: number | null }).processID;
  }

  private async count(name: string, text: string, values: number[]): Promise<number> {
    return (await this.client.query<{ n: number }>({ name, text, values })).rows[0]!.n;
  }
}
