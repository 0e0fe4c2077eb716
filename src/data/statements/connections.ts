import type pg from 'pg';
import { Canceller } from './canceller';
import { isOutage } from '../outage';
import type { RowsClient } from '../wire/rows-client';
import type { MakeRow } from '../wire/sent-row';

/** A connection that is out of the pool. */
export type Connection = RowsClient & pg.PoolClient;

/** The connections of a pool, and how statements are run and ended on them. */
export class Connections {
  private readonly canceller: Canceller;

  /** @param pool whose clients are RowsClient */
  constructor(private readonly pool: pg.Pool) {
    this.canceller = new Canceller(pool.options);
  }

  /** Whether the next one that asks for a connection has to wait until another one is done with theirs. */
  get areBusy(): boolean {
    const { totalCount, idleCount, waitingCount, options } = this.pool;
    return totalCount >= options.max && waitingCount >= idleCount;
  }

  /** Does something with a connection, once there is one. One that is lost meanwhile is not used again. */
  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = (await this.pool.connect()) as Connection;
    let isLost = false;
    try {
      return await work(connection);
    } catch (error) {
      isLost = isOutage(error);
      throw error;
    } finally {
      connection.release(isLost);
    }
  }

  /**
   * Runs one statement.
   * @param make what becomes of its rows
   * @param signal Where it aborts, PostgreSQL is told to end the statement.
   */
  async rows<R>(connection: Connection, query: pg.QueryConfig, make: MakeRow<R>, signal?: AbortSignal): Promise<R[]> {
    if (!signal) return connection.rows(query, make);
    let cancelled: Promise<void> | undefined;
    const cancel = (): void => void (cancelled = this.canceller.cancel(connection));
    signal.addEventListener('abort', cancel);
    try {
      signal.throwIfAborted();
      return await connection.rows(query, make);
    } finally {
      signal.removeEventListener('abort', cancel);
      // Else the next statement on this connection, somebody else's, could be the one that ends.
      await cancelled;
    }
  }

  async close(): Promise<void> {
    await this.canceller.close();
    await this.pool.end();
  }
}
