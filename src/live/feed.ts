import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { scopeOf } from '../access/viewer';
import { scopeKey } from '../data/scope';
import type { Caller, Services } from '../subgraphs/context';
import { Channel, type Station } from './channel';
import { anotherLog } from './errors';
import type { LiveOperation } from './live-operation';
import { Slots } from './slots';
import { Subscriber, type Sink } from './subscriber';

export interface FeedOptions {
  /** How many bytes may wait on a connection before its subscriptions end. */
  maxBacklog: number;
  /** How many groups may use the database at a time: fewer than it has connections, so that requests are served too. */
  concurrency: number;
  /** What a client sees of an error. */
  formatError: (error: GraphQLError) => GraphQLFormattedError;
  logger: Logger;
}

/** What there is of a feed at present (all zero when nobody listens), and how many events it has executed so far. */
export interface FeedStatistics {
  channels: number;
  groups: number;
  subscribers: number;
  executions: number;
}

/**
 * The live side of a process. It follows the log once, and hands its events to groups of subscribers: those with the same document,
 * variables, eyes and languages share one execution and one text for each event.
 */
export class Feed {
  private readonly channels = new Map<string, Channel>();
  private readonly station: Station;
  private stopListening: (() => void) | undefined;
  private logId: string | undefined;

  constructor(services: Services, { concurrency, ...options }: FeedOptions) {
    this.station = { ...options, services, slots: new Slots(concurrency), executions: 0 };
  }

  /** Begins to follow the log, which is open. */
  start(): void {
    const { log } = this.station.services;
    this.logId = log.cursorOf(0);
    this.stopListening = log.listen(() => this.goOn());
  }

  /** Follows the log no more. Subscriptions are ended by those who made them. */
  stop(): void {
    this.stopListening?.();
  }

  /**
   * Subscribes: what was missed since the operation's cursor comes first, then what is new, in the order of the log, each event once.
   * Without a cursor it begins here and now, and tells so first.
   * @param after where it begins. Default: where the operation says
   * @throws INVALID_CURSOR, CURSOR_EXPIRED
   */
  async subscribe(
    operation: LiveOperation,
    caller: Caller,
    sink: Sink,
    after: string | null = operation.after,
  ): Promise<Subscriber> {
    const { log } = this.station.services;
    const position = after === null ? log.lastKnown : await log.positionOf(after);
    const subscriber = new Subscriber(position, sink);
    // A client that is cut off before its first event comes back with this.
    if (after === null) sink.tellCursor(log.cursorOf(position));
    this.channel(operation, caller).join(subscriber);
    return subscriber;
  }

  /** The cursor of a position, as clients know it. */
  cursorOf(position: number): string {
    return this.station.services.log.cursorOf(position);
  }

  get statistics(): FeedStatistics {
    const groups = [...this.channels.values()].flatMap((channel) => [...channel.groups]);
    const subscribers = groups.reduce((sum, group) => sum + group.subscribers.size, 0);
    return { channels: this.channels.size, groups: groups.length, subscribers, executions: this.station.executions };
  }

  private channel(operation: LiveOperation, { viewer, locales }: Caller): Channel {
    // All that an answer depends on.
    const key = JSON.stringify([operation.key, scopeKey(scopeOf(viewer)), viewer === null, locales]);
    let channel = this.channels.get(key);
    if (!channel) {
      channel = new Channel(this.station, operation, { viewer, locales }, () => this.channels.delete(key));
      this.channels.set(key, channel);
    }
    return channel;
  }

  private goOn(): void {
    const groups = [...this.channels.values()].flatMap((channel) => [...channel.groups]);
    const logId = this.cursorOf(0);
    if (logId !== this.logId) for (const group of groups) group.end(anotherLog());
    else for (const group of groups) group.wake();
    this.logId = logId;
  }
}
