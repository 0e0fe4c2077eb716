import pg from 'pg';
import { Bell } from '../../bell';
import { codeOf, messageOf } from '../../errors';
import type { Database } from '../database';
import { IDENTITY, REPLAYED } from './position';

/** How often a replica is asked how far it is, in ms: more often while it is waited for. */
const [SOON, PAUSE] = [10, 1000];

/** How long it may take to answer that, in ms. */
const PATIENCE = 2000;

const CHECK = `SELECT ${REPLAYED} AS replayed, pg_is_in_recovery() AS "isReplica", ${IDENTITY} AS identity`;

interface Check {
  replayed: string;
  isReplica: boolean;
  identity: string;
}

export interface ReplicaOptions {
  /** Where it is, for the log: without a password. */
  place: string;
  /** Whether it has everything that it should have by now. */
  isEnough: (replayed: number) => boolean;
  /** Called when it is used again, and with the reason when it is no more. */
  onChange: (place: string, reason?: string) => void;
}

/** A streaming replica, as one process sees it: its connections, and how far it has replayed what the primary wrote. */
export class Replica {
  /** How far it had got when it was asked last; undefined while it is not to be used. */
  replayed: number | undefined;
  private client: pg.Client | undefined;
  /** Connections that somebody waits at. */
  private readonly busy = new Set<pg.PoolClient>();
  private failure: string | undefined;
  private readonly bell = new Bell();
  private running: Promise<void> | undefined;
  private isStopping = false;
  private identity = '';
  private pause = SOON;

  /**
   * @param connection for the one connection that asks how far it is
   * @param database reads from it
   */
  constructor(
    private readonly connection: pg.ClientConfig,
    readonly database: Database,
    private readonly options: ReplicaOptions,
  ) {
    database.pool
      .on('error', (error) => this.leave(error))
      .on('acquire', (client) => this.busy.add(client))
      .on('release', (_error, client) => this.busy.delete(client));
  }

  /**
   * Begins to ask. Resolves when it has answered for the first time, or has not.
   * @param identity what it must be a replica of
   */
  async start(identity: string): Promise<void> {
    this.identity = identity;
    await this.check();
    this.running = this.run();
  }

  /** Asks at once: somebody waits for what has just been written. */
  hurry(): void {
    this.bell.ring();
  }

  /**
   * Uses it no more until it has been asked how it is, at once: a statement has failed. One that met a conflict with what is replayed
   * says nothing of the replica.
   */
  leave(error: unknown): void {
    if (codeOf(error)?.startsWith('40')) return;
    this.replayed = undefined;
    this.bell.ring();
  }

  async close(): Promise<void> {
    this.isStopping = true;
    this.bell.ring();
    await this.running;
    await this.client?.end();
    await this.database.close();
  }

  private async run(): Promise<void> {
    while (await this.sleep()) await this.check();
  }

  /** Whether it is to go on. One that is waited for is asked again soon, and less often the longer it takes. */
  private async sleep(): Promise<boolean> {
    const isWaitedFor = this.replayed !== undefined && !this.options.isEnough(this.replayed);
    this.pause = isWaitedFor ? Math.min(PAUSE, 1.5 * this.pause) : SOON;
    await this.bell.sleep(isWaitedFor ? this.pause : PAUSE);
    return !this.isStopping;
  }

  private async check(): Promise<void> {
    const { place, onChange } = this.options;
    try {
      this.client ??= await this.connect();
      const { rows } = await this.client.query<Check>({ name: 'check', text: CHECK });
      const [check] = rows as [Check];
      if (!check.isReplica) throw new Error('Expected a replica, but it is none: was it promoted?');
      if (check.identity !== this.identity)
        throw new Error('Expected a replica of DATABASE_URL, but it is one of another.');
      this.replayed = Number(check.replayed);
      if (this.failure !== undefined) onChange(place);
      this.failure = undefined;
    } catch (error) {
      this.fail(messageOf(error));
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...this.connection,
      application_name: 'interurban replica check',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    });
    client.on('error', (error) => {
      if (this.client === client) this.client = undefined; // The next question has another one.
      this.leave(error);
    });
    await client.connect();
    return client;
  }

  /** It does not say how far it is. */
  private fail(reason: string): void {
    this.replayed = undefined;
    const { client } = this;
    this.client = undefined;
    client?.end().catch(() => undefined); // It may be gone already.
    // Where nothing comes any more, nobody is to wait: what they ask, the primary can answer.
    for (const waitedAt of this.busy) (waitedAt as pg.PoolClient & pg.Client).end().catch(() => undefined);
    if (this.failure === undefined && !this.isStopping) this.options.onChange(this.options.place, reason);
    this.failure = reason;
  }
}
