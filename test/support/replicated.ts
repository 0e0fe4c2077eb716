import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../src/data/embedded';
import { runMigrations } from '../../src/data/migrate';
import { createDataFolder } from './folders';
import { execute } from './server';

const SETTINGS = { fsync: 'off', full_page_writes: 'off' };

/** A PostgreSQL with a streaming replica, in memory; and in it a database with every table. */
export class Replicated {
  private readonly folder = createDataFolder();
  private primaryServer: EmbeddedDatabase;
  private replicaServer: EmbeddedDatabase | undefined;

  async start(): Promise<void> {
    // A replica begins as a copy of a server that does not run.
    await (await startEmbedded({ dataDir: this.home('primary') })).stop();
    this.copy();
    this.primaryServer = await startEmbedded({ dataDir: this.home('primary'), settings: SETTINGS });
    await this.startReplica();
    await execute(this.primaryServer.connection, 'CREATE DATABASE world');
    await runMigrations(this.primary);
    await this.caughtUp();
  }

  get primary(): pg.ClientConfig {
    return { ...this.primaryServer.connection, database: 'world' };
  }

  get replica(): pg.ClientConfig {
    return { ...this.replicaServer!.connection, database: 'world' };
  }

  async startReplica(): Promise<void> {
    const { host, port, user, password } = this.primaryServer.connection;
    const conninfo = Object.entries({ host, port, user, password }).filter(([, value]) => value !== undefined);
    const settings = {
      ...SETTINGS,
      primary_conninfo: conninfo.map(([name, value]) => `${name}=${String(value)}`).join(' '),
      wal_retrieve_retry_interval: '100ms',
      // What is replayed does not wait for statements in its way.
      max_standby_streaming_delay: '0',
    };
    this.replicaServer = await startEmbedded({ dataDir: this.home('replica'), settings });
  }

  /** Ends the replica as a failing machine does: whoever waits for it is cut off. */
  async killReplica(): Promise<void> {
    const client = new pg.Client(this.replica);
    await client.connect();
    const ended = new Promise((resolve) => client.on('error', () => undefined).once('end', resolve));
    process.kill(this.pid('replica'), 'SIGQUIT');
    await ended;
    await this.replicaServer!.stop();
    this.replicaServer = undefined;
  }

  /** Stops the replica’s processes where they are: it takes what is sent, and says nothing. */
  freezeReplica(isFrozen: boolean): void {
    for (const pid of [this.pid('replica'), ...childrenOf(this.pid('replica'))])
      process.kill(pid, isFrozen ? 'SIGSTOP' : 'SIGCONT');
  }

  /** Has the replica replay nothing more, or go on. */
  async pauseReplay(isPaused: boolean): Promise<void> {
    await ask(this.replica, `SELECT pg_wal_replay_${isPaused ? 'pause' : 'resume'}()`);
    // It stops where it can.
    while (isPaused && (await ask(this.replica, 'SELECT pg_get_wal_replay_pause_state()')) !== 'paused');
  }

  /** Resolves when the replica has replayed all that was written so far. */
  async caughtUp(): Promise<void> {
    const written = String(await ask(this.primary, 'SELECT pg_current_wal_flush_lsn()'));
    while ((await ask(this.replica, `SELECT pg_last_wal_replay_lsn() >= '${written}'`)) !== true);
  }

  async stop(): Promise<void> {
    await this.replicaServer?.stop();
    await this.primaryServer.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  private home(name: string): string {
    const home = path.join(this.folder, name);
    fs.mkdirSync(home, { recursive: true });
    return home;
  }

  private data(name: string): string {
    return path.join(fs.realpathSync(path.join(this.home(name), 'postgres')), 'data');
  }

  private pid(name: string): number {
    return Number(fs.readFileSync(path.join(this.data(name), 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private copy(): void {
    const from = fs.realpathSync(path.join(this.home('primary'), 'postgres'));
    const to = path.join(this.home('replica'), 'postgres');
    fs.mkdirSync(to, { mode: 0o700 });
    fs.cpSync(path.join(from, 'data'), path.join(to, 'data'), { recursive: true });
    fs.copyFileSync(path.join(from, 'password'), path.join(to, 'password'));
    fs.writeFileSync(path.join(to, 'data/standby.signal'), '');
    const { uid, gid } = fs.statSync(from);
    for (const name of ['', ...(fs.readdirSync(to, { recursive: true }) as string[])])
      fs.chownSync(path.join(to, name), uid, gid);
    fs.chmodSync(path.join(to, 'data'), 0o700);
  }
}

const childrenOf = (pid: number): number[] =>
  fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

const IN_THE_WAY = '40001';

/** The one value of a statement, which is run again where it was in the way of what a replica replays. */
export async function ask(connection: pg.ClientConfig, statement: string): Promise<unknown> {
  for (;;) {
    try {
      return await askOnce(connection, statement);
    } catch (error) {
      if ((error as pg.DatabaseError).code !== IN_THE_WAY) throw error;
    }
  }
}

async function askOnce(connection: pg.ClientConfig, statement: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
