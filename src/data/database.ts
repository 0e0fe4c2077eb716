import { setMaxListeners } from 'node:events';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { PooledClient } from './pooled-client';
import { Connections } from './statements/connections';
import { PreparedTexts } from './statements/prepared-texts';
import { Queue } from './statements/queue';
import { RowsClient } from './wire/rows-client';
import { asSent, asValues, type MakeRow, type SentRow } from './wire/sent-row';

/** Text with $1, $2 … for its values. */
export type Statement = Pick<Sql, 'text' | 'values'>;

/** One row: the values in the order of the statement's columns. */
export type Row = readonly unknown[];

/** What statements of an operation are run on. */
export type Queryable = Pick<Database, 'maxNestedRows'> & {
  /** The rows of a statement, each with the values of its columns. */
  rows(statement: Statement): Promise<Row[]>;
  /** The same rows as PostgreSQL sent them, for what does not need all of their values. */
  sent(statement: Statement): Promise<SentRow[]>;
  /** What all operations have that could run a statement together; undefined where this one is to run its own. */
  shared?: Queryable;
  /** Says that what is read from now on may not be older than a position of the primary's log; undefined where it never is. */
  keepUpWith?(position: number): void;
};

/** How many texts each connection prepares. */
const MAX_TEXTS = 1000;

/** How long statements that are run as one may take, in ms. */
const MAX_TIME = 250;

/** What reads: a pool of connections to PostgreSQL, and prepared statements on them. Writing goes through TypeORM. */
export class Database {
  /**
   * How many rows the statement of a root field may bring with all that belongs to it; what would be more is read level by level, by a
   * statement each. 0 reads everything so.
   */
  maxNestedRows = 1000;
  readonly shared = this;
  private readonly connections: Connections;
  private readonly texts = new PreparedTexts(MAX_TEXTS);
  private readonly queue: Queue;

  /**
   * @param pool whose clients are RowsClient
   * @param maxTime how long statements that are run as one may take, by what is known of them, in ms
   */
  constructor(
    readonly pool: pg.Pool,
    maxTime = MAX_TIME,
  ) {
    this.connections = new Connections(pool);
    this.queue = new Queue(this.connections, maxTime);
  }

  /**
   * Runs one statement and gives its rows as arrays. Texts that recur are prepared once a connection.
   * @param signal Where it aborts, PostgreSQL is told to end the statement.
   */
  rows(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    return this.run(statement, asValues, signal);
  }

  /** Runs one statement, and gives its rows as they were sent. */
  sent(statement: Statement, signal?: AbortSignal): Promise<SentRow[]> {
    return this.run(statement, asSent, signal);
  }

  /** Runs one statement, and gives what is made of its rows. */
  async run<R>({ text, values }: Statement, make: MakeRow<R>, signal?: AbortSignal): Promise<R[]> {
    signal?.throwIfAborted();
    const prepared = this.texts.of(text);
    if (prepared && this.connections.areBusy && this.queue.takes(prepared))
      return (await this.queue.rows(prepared, values, signal)).map(make);
    return this.connections.use(async (connection) => {
      const start = performance.now();
      try {
        return await this.connections.rows(connection, prepared?.with(values) ?? { text, values }, make, signal);
      } finally {
        prepared?.took(performance.now() - start);
      }
    });
  }

  /** The same for somebody who may leave: what they wait for then ends with them. */
  until(signal: AbortSignal | undefined): Queryable {
    if (!signal) return this;
    // Each statement of an operation waits for it, and an operation may have many.
    setMaxListeners(0, signal);
    return {
      maxNestedRows: this.maxNestedRows,
      rows: (statement) => this.rows(statement, signal),
      sent: (statement) => this.sent(statement, signal),
      shared: this,
    };
  }

  async close(): Promise<void> {
    await this.connections.close();
  }
}

const SESSION = [
  // Days begin at midnight UTC, dates print as ISO 8601.
  'timezone=UTC',
  'datestyle=ISO',
  // One wrong letter in a name is forgiven.
  'pg_trgm.word_similarity_threshold=0.4',
  // A page costs about the same wherever it lies, on SSDs and in memory: lists are to be read in the order of their index.
  'random_page_cost=1.1',
  // Compiling a statement to machine code takes longer than any of ours runs.
  'jit=off',
];

export interface PoolOptions {
  /** Connections at most. */
  poolSize: number;
  /** How long one statement may take, in milliseconds; 0 sets no limit. */
  statementTimeout: number;
}

// How long to wait for a connection, in milliseconds.
const PATIENCE = 10_000;

// How long a connection is kept that has nothing to do, in milliseconds. A new one, which has read no catalog and prepared no statement,
// takes some 40 for its first: whoever comes a moment after a quiet minute should not wait for that.
const KEPT = 600_000;

/** What pg.Pool takes for a pool whose sessions are all alike. */
export const poolConfig = (
  connection: pg.ClientConfig,
  { poolSize, statementTimeout }: PoolOptions,
): pg.PoolConfig => ({
  ...connection,
  max: poolSize,
  connectionTimeoutMillis: PATIENCE,
  idleTimeoutMillis: KEPT,
  statement_timeout: statementTimeout,
  options: [connection.options, ...SESSION.map((setting) => `-c ${setting}`)].filter(Boolean).join(' '),
  application_name: 'interurban',
  Client: PooledClient,
});

/**
 * A pool of connections to PostgreSQL, for reading.
 * @param patience how long to wait for a connection, in milliseconds
 */
export const createDatabase = (connection: pg.ClientConfig, options: PoolOptions, patience = PATIENCE): Database =>
  new Database(
    new pg.Pool({ ...poolConfig(connection, options), connectionTimeoutMillis: patience, Client: RowsClient }),
  );
