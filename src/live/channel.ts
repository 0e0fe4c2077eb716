import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isOutage, isTimeout } from '../data/outage';
import { messageOf } from '../errors';
import type { LogEvent } from '../events/event';
import type { Caller, Services } from '../subgraphs/context';
import { slowConsumer, tooSlow } from './errors';
import { Group, MAX_BATCH } from './group';
import type { LiveOperation } from './live-operation';
import { Message } from './message';
import type { Slots } from './slots';
import type { Subscriber } from './subscriber';

/** What all channels of a process share. */
export interface Station {
  readonly services: Services;
  /** Lets only so many groups use the database at a time. */
  readonly slots: Slots;
  /** How many bytes may wait on a connection before its subscriptions end. */
  readonly maxBacklog: number;
  /** What a client sees of an error. */
  readonly formatError: (error: GraphQLError) => GraphQLFormattedError;
  readonly logger: Logger;
  /** How many events have been told, each once for all who are told the same at the same time. */
  executions: number;
}

// Failures that are no outage, in a row, before a group gives up.
const MAX_FAILURES = 3;

// How long to wait for a database that is away, in ms: longer with each attempt.
const [FIRST_DELAY, MAX_DELAY] = [50, 2_000];

/** What subscribers with the same document, variables, eyes and languages are told: by one group, and those on their way to it. */
export class Channel {
  readonly groups = new Set<Group>();

  /** @param onEmpty called when nobody listens any more */
  constructor(
    private readonly station: Station,
    private readonly operation: LiveOperation,
    private readonly caller: Caller,
    private readonly onEmpty: () => void,
  ) {}

  /** The last event of the log that is known here. */
  get head(): number {
    return this.station.services.log.lastKnown;
  }

  get maxBacklog(): number {
    return this.station.maxBacklog;
  }

  join(subscriber: Subscriber): void {
    const { position } = subscriber;
    // A group that has almost got there serves as well as a new one: what the subscriber knows is not sent to it again.
    const isNear = (group: Group): boolean => group.position <= position && group.position > position - MAX_BATCH;
    const group = [...this.groups].find((one) => isNear(one) && !one.isWaiting) ?? new Group(this, position);
    group.add(subscriber);
    group.wake();
  }

  leave(group: Group): void {
    this.groups.delete(group);
    if (this.groups.size === 0) this.onEmpty();
  }

  /**
   * Some of the events behind a position, in order: one at least.
   * @throws CURSOR_EXPIRED when the log does not go back so far any more
   */
  async read(after: number, limit: number): Promise<readonly LogEvent[]> {
    const events = await this.station.services.log.read(after, limit);
    if (events.length === 0) throw new Error(`Expected events after ${after} in the log, but got none.`);
    return events;
  }

  /**
   * What the subscribers are told of these events.
   * @param signal aborts when there are none any more
   */
  tell(events: readonly LogEvent[], signal: AbortSignal): Promise<Message[]> {
    const { slots, services, formatError } = this.station;
    return slots.run(async () => {
      const told = await this.operation.tell(events, services, { ...this.caller, signal });
      this.station.executions += told.length;
      return told.map(({ event: { position }, result: { data, errors } }) => {
        const payload = JSON.stringify(errors ? { errors: errors.map(formatError), data } : { data });
        return new Message(position, services.log.cursorOf(position), payload);
      });
    });
  }

  /** The end of a subscription whose reader does not keep up; `position` is the last event that it was told. */
  slowConsumer(position: number): GraphQLError {
    return slowConsumer(this.station.services.log.cursorOf(position), this.maxBacklog);
  }

  /**
   * What a failure means: how long to wait before the next attempt, in ms, or the error with which subscriptions end.
   * @param attempt how many have failed in a row
   * @param position the event up to which everything has been told
   */
  judge(failure: unknown, attempt: number, position: number): number | GraphQLError {
    if (failure instanceof GraphQLError) return failure;
    if (isTimeout(failure)) return tooSlow(this.station.services.log.cursorOf(position));
    this.station.logger.warn({ reason: messageOf(failure), attempt }, 'events could not be told');
    if (isOutage(failure) || attempt < MAX_FAILURES)
      return Math.min(MAX_DELAY, FIRST_DELAY * 2 ** attempt) * (0.5 + Math.random() / 2);
    return new GraphQLError('Events could not be told.', { originalError: failure as Error });
  }
}
