import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { Canceller } from './canceller';
import { isOutage } from './outage';
import { RowsClient } from './wire/rows-client';

/** Text with $1, $2 … for its values. */
export type Statement = Pick<Sql, 'text' | 'values'>;

/** One row: the values in the order of the statement's columns. */
export type Row = readonly unknown[];

// PostgreSQL keeps a plan for each named statement of a connection, so what has no bound must not get a name: those get one that come
// again while they are among the last that were new.
const MAX_NAMED_STATEMENTS = 1000;
const REMEMBERED_STATEMENTS = 1000;

// Which index finds a pattern or a full-text query best depends on its words. A named statement would soon have one plan for all of
// them (and full text take twenty times as long); without a name it is planned anew, for the words that are asked for.
const PLANNED_FOR_ITS_VALUES = / LIKE | @@ | <% /;

/** What statements of an operation are run on. */
export type Queryable = Pick<Database, 'maxNestedRows'> & {
  rows(statement: Statement): Promise<Row[]>;
  /** What all operations have that could run a statement together; undefined where this one is to run its own. */
  shared?: Queryable;
  /** Says that what is read from now on may not be older than a position of the primary's log; undefined where it never is. */
  keepUpWith?(position: number): void;
};

/** What reads: a pool of connections to PostgreSQL, and prepared statements on them. Writing goes through TypeORM. */
export class Database {
  /**
   * How many rows the statement of a root field may bring with all that belongs to it; what would be more is read level by level, by a
   * statement each. 0 reads everything so.
   */
  maxNestedRows = 1000;
  readonly shared = this;
  private readonly names = new Map<string, string>();
  private readonly seen = new LRUCache<string, true>({ max: REMEMBERED_STATEMENTS });
  private readonly canceller: Canceller;

  /** @param pool whose clients are RowsClient */
  constructor(readonly pool: pg.Pool) {
    this.canceller = new Canceller(pool.options);
  }

  /**
   * Runs one statement and gives its rows as arrays. Texts that recur are prepared once a connection.
   * @param signal Where it aborts, PostgreSQL is told to end the statement.
   */
  async rows({ text, values }: Statement, signal?: AbortSignal): Promise<Row[]> {
    const query = { name: this.nameOf(text), text, values };
    signal?.throwIfAborted();
    const client = (await this.pool.connect()) as RowsClient & pg.PoolClient;
    client.on('error', ignore); // The statement fails with the connection, and says so.
    let isLost = false;
    try {
      return await (signal ? this.rowsUntil(client, query, signal) : client.rows(query));
    } catch (error) {
      isLost = isOutage(error);
      throw error;
    } finally {
      client.off('error', ignore).release(isLost);
    }
  }

  /** The same for somebody who may leave: what they wait for then ends with them. */
  until(signal: AbortSignal | undefined): Queryable {
    if (!signal) return this;
    // Each statement of an operation waits for it, and an operation may have many.
    setMaxListeners(0, signal);
    return { maxNestedRows: this.maxNestedRows, rows: (statement) => this.rows(statement, signal), shared: this };
  }

  async close(): Promise<void> {
    await this.canceller.close();
    await this.pool.end();
  }

  private async rowsUntil(
    client: RowsClient & pg.PoolClient,
    query: pg.QueryConfig,
    signal: AbortSignal,
  ): Promise<Row[]> {
    let cancelled: Promise<void> | undefined;
    const cancel = (): void => void (cancelled = this.canceller.cancel(client));
    signal.addEventListener('abort', cancel);
    try {
      signal.throwIfAborted();
      return await client.rows(query);
    } finally {
      signal.removeEventListener('abort', cancel);
      // Else the next statement on this connection, somebody else's, could be the one that ends.
      await cancelled;
    }
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MAX_NAMED_STATEMENTS) return known;
    const isNew = !this.seen.has(text);
    if (isNew) this.seen.set(text, true);
    if (isNew || PLANNED_FOR_ITS_VALUES.test(text)) return undefined;
    this.seen.delete(text);
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.names.set(text, name);
    return name;
  }
}

const ignore = (): void => undefined;

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
});

/**
 * A pool of connections to PostgreSQL, for reading.
 * @param patience how long to wait for a connection, in milliseconds
 */
export const createDatabase = (connection: pg.ClientConfig, options: PoolOptions, patience = PATIENCE): Database =>
  new Database(
    new pg.Pool({ ...poolConfig(connection, options), connectionTimeoutMillis: patience, Client: RowsClient }),
  );
