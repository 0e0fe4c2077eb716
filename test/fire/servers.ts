import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../src/data/embedded';
import { runMigrations } from '../../src/data/migrate';
import { importPackage } from '../../src/import/import-package';
import { signLocalToken } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';
import { startProgram, type Started } from '../support/program';

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
    const client = new pg.Client(this.database.connection);
    await client.connect();
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  }

  get url(): string {
    const { host = '', port = 5432, user, database } = this.database.connection;
    // What is in the query counts: a folder with a socket is no host of a URL.
    return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  }

  token(): Promise<string> {
    return signLocalToken(this.folder, { subject: 'fire', roles: ['admin'], networks: [], expiresIn: 3600 });
  }
}

/** A server process, which can be killed and comes back on another port. */
export class ServerProcess {
  url: string;
  private program: Started;

  constructor(private readonly postgres: OwnPostgres) {}

  async start(): Promise<void> {
    this.program = startProgram(['serve'], {
      PORT: '0',
      DATABASE_URL: this.postgres.url,
      INTERURBAN_DATA_DIR: this.postgres.folder,
      INTERURBAN_SAMPLE: 'false',
      LOG_LEVEL: 'error',
      SHUTDOWN_PERIOD: '500',
    });
    this.url = (await this.program.printed(/http:\/\/[\d.]+:\d+(?=\/graphql)/)).trim();
  }

  /** Ends it without a word, and starts another one. */
  async crash(): Promise<void> {
    this.program.child.kill('SIGKILL');
    await this.program.ended;
    await this.start();
  }

  /** Asks it to end. Resolves with what it wrote to its log. */
  async stop(): Promise<{ status: number; errors: string }> {
    this.program.child.kill('SIGTERM');
    return this.program.ended;
  }
}
