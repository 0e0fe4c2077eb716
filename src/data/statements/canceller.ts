import pg from 'pg';

/** How long a connection that has nothing to end is kept, in ms. */
const IDLE = 10_000;

/** Ends statements that nobody waits for: PostgreSQL is told on a connection of its own, for the others may all be busy. */
export class Canceller {
  private readonly pool: pg.Pool;

  /** @param options of the pool whose statements are to be ended */
  constructor(options: pg.PoolConfig) {
    // pg.Pool hides the password, so that no log has it; copies are without it.
    const { password } = options;
    this.pool = new pg.Pool({ ...options, password, max: 1, min: 0, idleTimeoutMillis: IDLE, allowExitOnIdle: true });
    this.pool.on('error', () => undefined); // A connection that was idle; the next statement to end opens another one.
  }

  /**
   * Ends what runs on a connection at this moment. When this resolves, PostgreSQL has been told, or could not be: then the statement
   * goes on until it is done, or until its timeout.
   */
  async cancel(client: pg.PoolClient): Promise<void> {
    const { processID } = client as pg.PoolClient & { processID: number | null };
    await this.pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
