import type { LogEvent } from './event';

/** The last events of the log, for all readers of this process: those who keep up never ask the database. */
export class Tail {
  private events: LogEvent[] = [];

  /** @param capacity how many events are kept */
  constructor(private readonly capacity: number) {}

  /** The events after a position, in order; undefined where they are not all here. */
  after(position: number, limit: number): readonly LogEvent[] | undefined {
    const [first] = this.events;
    const start = first === undefined ? -1 : position + 1 - first.position;
    return start < 0 || start > this.events.length ? undefined : this.events.slice(start, start + limit);
  }

  /** Adds the events that follow; where they do not follow upon what is here, that is forgotten. */
  add(events: readonly LogEvent[]): void {
    const [next] = events;
    const last = this.events.at(-1);
    if (next !== undefined && last !== undefined && next.position !== last.position + 1) this.events = [];
    this.events.push(...events);
    // Not at every event, since what is left has to be copied.
    if (this.events.length > 2 * this.capacity) this.events = this.events.slice(-this.capacity);
  }

  clear(): void {
    this.events = [];
  }
}
