import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../src/data/embedded';
import { runMigrations } from '../../src/data/migrate';
import { importPackage } from '../../src/import/import-package';
import { signLocalToken } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';

const WORLD = path.join(__dirname, '../fixtures/world');

/** A PostgreSQL of its own, with the rows of the world: it can be restarted while others use it. */
export class OwnPostgres {
  readonly folder = createDataFolder();
  private database: EmbeddedDatabase;

  async start(): Promise<void> {
    this.database = await startEmbedded({ dataDir: this.folder, settings: { fsync: 'off' } });
  }

  async fill(): Promise<void> {
    await runMigrations(this.database.connection);
    await this.use((client) => importPackage(client, WORLD));
  }

  async restart(): Promise<void> {
    await this.database.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.database.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  async use<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(this.connection);
    await client.connect();
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  }

  get connection(): pg.ClientConfig {
    return this.database.connection;
  }

  /** A token of somebody who may do everything. */
  token(): Promise<string> {
    return signLocalToken(this.folder, { subject: 'fire', roles: ['admin'], networks: [], expiresIn: 3600 });
  }
}
