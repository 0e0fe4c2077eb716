import { Changes } from '../data/changes';
import type { NewEvent } from '../events/event';
import type { EventLog } from '../events/log';
import { changedBy } from './changed-tables';

/** How old the last look at the log may be, in ms: it is looked at every second, also when nothing happens. */
export const MAX_AGE = 2500;

/**
 * Which tables have changed, as one process knows it: from its own commands the moment they are committed, from everybody's by the log,
 * which tells within milliseconds.
 */
export class TableChanges extends Changes {
  private position: number;
  private edition: string;

  /** @param log open */
  constructor(private readonly log: EventLog) {
    super();
    this.position = log.lastKnown;
    this.edition = log.edition;
    log.listen((head) => this.follow(head));
  }

  /** Whether it can be relied on: the log is followed, and answers. */
  get isCurrent(): boolean {
    return this.log.age < MAX_AGE;
  }

  /** Tells of a command of this process, before its events have positions. Whoever wrote it sees what they wrote. */
  tellCommitted(events: readonly NewEvent[]): void {
    // A draft is told of to nobody, and yet somebody sees it.
    if (events.length === 0) this.tellAll();
    else this.tell(events.flatMap(({ type }) => changedBy[type]));
  }

  private follow(head: number): void {
    const { log } = this;
    const events = log.edition === this.edition ? log.recent(this.position) : undefined;
    this.position = head;
    this.edition = log.edition;
    if (events) this.tell(events.flatMap(({ type }) => changedBy[type]));
    else this.tellAll();
  }
}
