import type pg from 'pg';
import sql, { raw } from 'sql-template-tag';
import type { Database } from '../data/database';
import { cursorExpired, invalidCursor } from '../graphql/errors';
import { decodeEventCursor, encodeEventCursor } from './cursor';
import type { LogEvent } from './event';
import { Follower, type FollowerOptions, type ReadEvents } from './follower';
import { readEvents } from './read';
import { LOG_STATE, LOG_TABLES, type LogState } from './session';
import { Tail } from './tail';

export interface EventLogOptions extends FollowerOptions {
  /** How many of the last events are kept in memory, for readers of this process. Default: 5,000. */
  tailLength?: number;
}

/** How many events are read from the database at once. */
const BATCH = 500;
const TAIL_LENGTH = 5000;

/**
 * The log of events, as one process sees it. Once started, it wakes its listeners when there are new events, and takes its turn as
 * the sequencer of the database: of all processes one gives events their positions, and another when that one is gone.
 */
export class EventLog {
  private readonly listeners = new Set<{ listener: (head: number) => void }>();
  private readonly tail: Tail;
  private readonly follower: Follower;
  private state: LogState | undefined;
  private lookedAt = -Infinity;

  /**
   * @param connection for the one connection that it has of its own
   * @param database reads older events
   */
  constructor(
    connection: pg.ClientConfig,
    private readonly database: Pick<Database, 'rows'>,
    private readonly options: EventLogOptions,
  ) {
    this.tail = new Tail(options.tailLength ?? TAIL_LENGTH);
    this.follower = new Follower(connection, options, (state, read) => this.advance(state, read));
  }

  /** Reads where the log ends, so that it can be used; without `start` it wakes nobody. */
  async open(): Promise<void> {
    await this.refresh();
  }

  /** Begins to follow the log, and goes on until it is stopped, whatever happens to its connection. */
  async start(): Promise<void> {
    await this.open();
    this.follower.start();
  }

  /** Ends it; where it was the sequencer, another process becomes that at once. */
  async stop(): Promise<void> {
    await this.follower.stop();
  }

  /** Says that a transaction with events was committed: without it they get their positions at the next look. */
  wake(): void {
    this.follower.wake();
  }

  /**
   * Calls a listener each time the log has grown, or is of another edition; what happens while it is not connected, it tells later, at once. Events are to be
   * read by position: calls may stand for many events.
   * @param listener gets the position of the last event
   * @returns what ends it
   */
  listen(listener: (head: number) => void): () => void {
    const entry = { listener };
    this.listeners.add(entry);
    return () => void this.listeners.delete(entry);
  }

  /** How many listen. */
  get listenerCount(): number {
    return this.listeners.size;
  }

  /**
   * The last position that this process knows of. Whatever is read from now on has the changes of every event up to it: what comes
   * after it is missing in no answer without being in the events that follow.
   */
  get lastKnown(): number {
    return this.known.head;
  }

  /** Another one whenever something has changed that no event tells of (countries, sources, imports), or the log is another one. */
  get edition(): string {
    const { identity, untold } = this.known;
    return `${identity} ${untold}`;
  }

  /** A position of the primary's write-ahead log by which everything was written that this process knows of. */
  get written(): number {
    return this.known.written;
  }

  /** How long ago this process has looked at the log last, in ms: since then it may have missed something. */
  get age(): number {
    return performance.now() - this.lookedAt;
  }

  /** The last position, 0 for none. */
  async head(): Promise<number> {
    return (await this.refresh()).head;
  }

  /** The first position that is kept; one more than the head where none is. */
  async oldest(): Promise<number> {
    return (await this.refresh()).pruned + 1;
  }

  /**
   * The events after a position, in order and without a gap.
   * @param limit how many at most. Default: 500
   * @throws CURSOR_EXPIRED where some of them are no longer kept
   */
  async read(after: number, limit = BATCH): Promise<readonly LogEvent[]> {
    const kept = this.tail.after(after, limit);
    if (kept !== undefined) return kept;
    const events = await readEvents((statement) => this.database.rows(statement), after, limit);
    const isComplete = events.length > 0 ? events[0]!.position === after + 1 : after >= (await this.refresh()).pruned;
    if (!isComplete) throw cursorExpired();
    return events;
  }

  /** The events after a position that are in memory; undefined where some are not. */
  recent(after: number): readonly LogEvent[] | undefined {
    return this.tail.after(after, Infinity);
  }

  /** What clients get for a position: opaque. */
  cursorOf(position: number): string {
    return encodeEventCursor(this.known.identity, position);
  }

  /**
   * @throws INVALID_CURSOR for what is no cursor of this log
   * @throws CURSOR_EXPIRED for one of an event after which some are no longer kept
   */
  async positionOf(cursor: string): Promise<number> {
    const position = decodeEventCursor(cursor, this.known.identity);
    const isKept = ({ head, pruned }: LogState): boolean => position <= head && position >= pruned;
    // Another process may know of more events already. One that is pruned at this moment, `read` finds missing.
    const { head, pruned } = this.follower.isRunning && isKept(this.known) ? this.known : await this.refresh();
    if (position > head) throw invalidCursor(cursor, 'a cursor of an event that has happened');
    if (position < pruned) throw cursorExpired();
    return position;
  }

  private get known(): LogState {
    if (this.state === undefined) throw new Error('Expected a log that is open: call open() or start() first.');
    return this.state;
  }

  private async refresh(): Promise<LogState> {
    const [row] = await this.database.rows(sql`SELECT ${raw(LOG_STATE)} FROM ${raw(LOG_TABLES)}`);
    const [identity, head, pruned, untold, written] = row as [string, number, number, number, number];
    const state = { identity, head, pruned, untold, written };
    // Until the events are in memory, those who follow the log are not told of them.
    if (!this.follower.isRunning) this.state = state;
    return state;
  }

  /** Brings what is new into memory, and tells the listeners. */
  private async advance(state: LogState, read: ReadEvents): Promise<void> {
    const { identity, head, untold } = this.known;
    const isAnotherLog = state.identity !== identity || state.head < head;
    if (isAnotherLog) this.tail.clear();
    let position = Math.max(isAnotherLog ? state.pruned : head, state.head - (this.options.tailLength ?? TAIL_LENGTH));
    while (position < state.head) {
      const events = await read(position, BATCH);
      this.tail.add(events);
      position = events.at(-1)?.position ?? state.head;
    }
    this.state = { ...state, head: position };
    this.lookedAt = performance.now();
    if (position === head && !isAnotherLog && state.untold === untold) return;
    for (const { listener } of this.listeners) this.tell(listener, position);
  }

  private tell(listener: (head: number) => void, head: number): void {
    try {
      listener(head);
    } catch (error) {
      this.options.logger.error({ err: error }, 'a listener of the event log failed');
    }
  }
}
