import type { NewEvent } from './event';

// In their order, so that their ids are in it too.
const APPEND = `
  INSERT INTO event_inbox (type, subject_type, subject_slug, actor, detail)
  SELECT type, subject_type, subject_slug, actor, detail
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[]) WITH ORDINALITY
    AS new(type, subject_type, subject_slug, actor, detail, n)
  ORDER BY n`;

/**
 * Appends events to the log, in one statement. They get their positions once the transaction is committed: wake the log then.
 * Call it last in a transaction: the events of a record come in the order in which transactions held the lock of its row.
 * @param run runs a statement in the transaction that makes the events true
 */
export async function appendEvents(
  run: (text: string, values: unknown[]) => Promise<unknown>,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await run(APPEND, [
    events.map(({ type }) => type),
    events.map(({ subject }) => subject.type),
    events.map(({ subject }) => subject.slug),
    events.map(({ actor }) => actor),
    events.map(({ detail }) => (detail === undefined ? null : JSON.stringify(detail))),
  ]);
}
