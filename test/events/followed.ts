import { pino } from 'pino';
import { ChangeType, type LogEvent, type NewEvent } from '../../src/events/event';
import { appendEvents } from '../../src/events/append';
import { EventLog, type EventLogOptions } from '../../src/events/log';
import type { World } from '../support/world';

/** That a city changed. */
export const cityChanged = (slug: string, n?: number): NewEvent => ({
  type: ChangeType.CITY_CHANGED,
  subject: { type: 'City', slug },
  actor: null,
  detail: n === undefined ? undefined : { n },
});

/** Appends events in a transaction of their own. */
export const append = (world: World, ...events: NewEvent[]): Promise<void> =>
  appendEvents((text, values) => world.database.pool.query(text, values), events);

const made: EventLog[] = [];
afterAll(() => Promise.all(made.map((log) => log.stop())));

/** Another process's log, as far as the database can tell. It is stopped after the tests at the latest. */
export function newLog(world: World, options: Partial<EventLogOptions> = {}): EventLog {
  const logger = pino({ level: 'silent' });
  const log = new EventLog(world.testDatabase.connection, world.database, { logger, retentionDays: 0, ...options });
  made.push(log);
  return log;
}

/** Everything after a position, read as readers do. */
export async function readAll(log: EventLog, after = 0): Promise<LogEvent[]> {
  const all: LogEvent[] = [];
  for (;;) {
    const events = await log.read(all.at(-1)?.position ?? after);
    if (events.length === 0) return all;
    all.push(...events);
  }
}
