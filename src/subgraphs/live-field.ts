import type { Sql } from 'sql-template-tag';
import type { Scope } from '../data/scope';
import type { LogEvent, Subject } from '../events/event';

/**
 * What a field of Subscription tells of the log, declared beside its resolver. The feed asks these for each batch of events, and then
 * resolves the field for those that are left: its resolver gets the event as its root.
 */
export interface LiveField<A extends object = object> {
  /** @throws INVALID_FILTER for arguments that no event could ever fit */
  check(args: A): void;
  /** Whether an event is of the kind that is asked for. What is not is passed over without a question to the database. */
  concerns(event: LogEvent, args: A): boolean;
  /**
   * A statement for the type and slug of those subjects that are there, that the viewer may see, and that fit the filter: as things
   * are now, not as they were when the event happened.
   */
  told(subjects: readonly Subject[], args: A, viewer: Scope): Sql;
}

/**
 * Thrown by a field of an event whose subject has vanished, or has been hidden, since the event was found to be told: the feed then
 * passes the event over.
 */
export class Vanished extends Error {}

/** Subscriptions are run by the feed, which asks for events by itself: nothing calls what a field would subscribe with. */
export const runByFeed = {
  subscribe: (): never => {
    throw new Error('Expected the subscription to be run by the feed.');
  },
};
