import type pg from 'pg';
import { pino } from 'pino';
import type { Database } from '../data/database';
import { InterurbanError, messageOf } from '../errors';
import { Bell } from '../bell';
import type { LogEvent } from '../events/event';
import { EventLog } from '../events/log';
import { toGlobalId } from '../graphql/global-id';

// The log rings when something happens; how often to look all the same, in milliseconds.
const QUIET = 60_000;

export interface PrintOptions {
  /** The cursor of the last event that is known; undefined for what happens from now on. */
  after: string | undefined;
  /** How many days events are kept. */
  retentionDays: number;
  /** Resolves when it is enough. */
  stopped: Promise<void>;
}

/**
 * Prints events, one a line, as they happen. It follows the log as a server does, and gives events their positions where no server does.
 * @throws InterurbanError when the cursor is none of this log, or too old
 */
export async function printEvents(
  connection: pg.ClientConfig,
  database: Database,
  options: PrintOptions,
): Promise<void> {
  const { after, retentionDays, stopped } = options;
  const log = new EventLog(connection, database, { logger: pino(pino.destination(2)), retentionDays });
  const bell = new Bell();
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
    bell.ring();
  };
  void stopped.then(stop);
  process.stdout.once('error', stop); // Whoever has read the lines wants no more of them.
  log.listen(() => bell.ring());
  await log.start();
  try {
    let position = after === undefined ? await log.head() : await log.positionOf(after).catch(refuse);
    while (!end.signal.aborted) {
      const events = await log.read(position);
      for (const event of events) console.log(lineOf(event, log.cursorOf(event.position)));
      position = events.at(-1)?.position ?? position;
      if (events.length === 0) await bell.sleep(QUIET);
    }
  } finally {
    await log.stop();
  }
}

const lineOf = ({ occurredAt, type, subject }: LogEvent, cursor: string): string =>
  JSON.stringify({ cursor, occurredAt, type, id: toGlobalId(subject.type, subject.slug), slug: subject.slug });

const refuse = (error: unknown): never => {
  throw new InterurbanError('CURSOR', `--after: ${messageOf(error)}`, { cause: error });
};
