import sql, { type Sql } from 'sql-template-tag';
import type { Row } from '../data/database';
import type { ChangeType, LogEvent } from './event';

/** The events after a position, in order, from the database. */
export async function readEvents(
  rows: (statement: Sql) => Promise<Row[]>,
  after: number,
  limit: number,
): Promise<LogEvent[]> {
  const found = await rows(sql`
    SELECT position, type, subject_type, subject_slug, to_char(occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM event WHERE position > ${after} ORDER BY position LIMIT ${limit}`);
  return found.map(([position, type, subjectType, slug, occurredAt]) => ({
    position: Number(position),
    type: type as ChangeType,
    subject: { type: subjectType as string, slug: slug as string },
    occurredAt: occurredAt as string,
  }));
}
