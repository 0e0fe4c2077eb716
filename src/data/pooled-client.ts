import pg from 'pg';

/**
 * A connection of a pool. When it is lost, whoever has a statement on it is told, or the pool if it is idle. In between nobody may be listening,
 * as when it ends with the message that it has begun, and an error that nobody hears of ends the process.
 */
export class PooledClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
