import type pg from 'pg';
import type { Logger } from 'pino';
import { messageOf } from '../errors';
import { Bell } from '../bell';
import type { LogEvent } from './event';
import { LogSession, type LogState } from './session';

export interface FollowerOptions {
  logger: Logger;
  /** How many days events are kept; 0 keeps them for ever. */
  retentionDays: number;
  /** How often to look without being woken, in milliseconds. Default: 1,000. */
  pollInterval?: number;
}

/** Reads events after a position, in order. */
export type ReadEvents = (after: number, limit: number) => Promise<LogEvent[]>;

// Until the next try to reach the database, in milliseconds; a random part keeps processes from coming all at once.
const PAUSE = 200;
const HOUR = 3_600_000;

/**
 * Follows the log from start to stop, whatever happens to its connection: looks at it whenever it is woken, and takes its turn as the
 * sequencer, who gives positions and removes what is too old.
 */
export class Follower {
  private readonly bell = new Bell();
  private readonly end = new Bell();
  private running: Promise<void> | undefined;
  private hasAppended = false;
  private isStopping = false;
  private nextPruning = 0;

  /**
   * @param connection for the one connection that it has of its own
   * @param onLook called with what the log is like at each look, and with what reads from it
   */
  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly options: FollowerOptions,
    private readonly onLook: (state: LogState, read: ReadEvents) => Promise<void>,
  ) {}

  /** Whether it has been started. */
  get isRunning(): boolean {
    return this.running !== undefined;
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.bell.ring();
    this.end.ring();
    await this.running;
  }

  /** Looks at once, and lets the sequencer do so. */
  wake(): void {
    this.hasAppended = true;
    this.bell.ring();
  }

  private async run(): Promise<void> {
    let isLost = false;
    while (!this.isStopping) {
      const session = new LogSession(this.connection, () => this.bell.ring());
      try {
        await session.open();
        if (isLost) this.options.logger.info('the event log is connected again');
        isLost = false;
        await this.follow(session);
        await session.close();
      } catch (error) {
        session.abandon();
        if (!isLost) this.warn(session.failure ?? error);
        isLost = true;
        await this.end.sleep(PAUSE * (1 + Math.random()));
      }
    }
  }

  private warn(error: unknown): void {
    if (!this.isStopping)
      this.options.logger.warn({ reason: messageOf(error) }, 'the event log has lost its connection; trying again');
  }

  private async follow(session: LogSession): Promise<void> {
    const { pollInterval = 1000 } = this.options;
    while (!this.isStopping) {
      const hasMore = await this.takeTurn(session);
      if (!hasMore) await this.bell.sleep(pollInterval);
    }
  }

  /** Does what there is to do. Returns whether there is more. */
  private async takeTurn(session: LogSession): Promise<boolean> {
    const { leads } = session;
    const hasAppended = this.hasAppended;
    this.hasAppended = false;
    let hasMore = leads && (await session.number());
    const state = await session.look();
    if (session.leads) hasMore ||= !leads || (await this.prune(session));
    else if (hasAppended) await session.tellAppended();
    await this.onLook(state, (after, limit) => session.read(after, limit));
    return hasMore;
  }

  private async prune(session: LogSession): Promise<boolean> {
    const { retentionDays } = this.options;
    if (retentionDays === 0 || Date.now() < this.nextPruning) return false;
    if (await session.prune(retentionDays)) return true;
    this.nextPruning = Date.now() + HOUR;
    return false;
  }
}
