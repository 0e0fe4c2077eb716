import pg from 'pg';
import { WRITTEN } from '../../data/replicas/position';

/** A record by the type and slug that events name it by. */
export interface Subject {
  type: string;
  slug: string;
}

/** One snapshot of the database, and where the event log stands in it. */
export interface Snapshot {
  readonly client: pg.Client;
  /** The identity of the log, its last position, and the last that was pruned. */
  readonly log: string;
  readonly head: number;
  readonly pruned: number;
  /** When it was taken, as RFC 3339 writes it, in UTC. */
  readonly asOf: string;
  /** How far the primary had written when it was taken, or a moment later: all that the snapshot shows was written by then. */
  readonly written: number;
  /**
   * Records whose rows are ahead of the log: of what changed them last, the snapshot has the rows, but the event has no position
   * yet.
   */
  readonly ahead: readonly Subject[];
}

const STATE = `SELECT identity, head, pruned, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${WRITTEN}
  FROM event_log`;

const AHEAD = 'SELECT DISTINCT subject_type, subject_slug FROM event_inbox';

const BATCH = 1000;

/** Runs something with a snapshot, on a connection of its own. */
export async function withSnapshot<T>(
  connection: pg.ClientConfig,
  run: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [[log, head, pruned, asOf, written]] = (await rowsOf(client, STATE)) as [
      [string, string, string, string, string],
    ];
    const ahead = (await rowsOf(client, AHEAD)).map(([type, slug]) => ({ type: String(type), slug: String(slug) }));
    const numbers = { head: Number(head), pruned: Number(pruned), written: Number(written) };
    return await run({ client, log, asOf, ahead, ...numbers });
  } finally {
    await client.end();
  }
}

/**
 * Gives positions to all events that are committed, as the sequencer would have done in a moment.
 * @returns how far the primary had written before: what had been committed by then has its positions
 */
export async function numberEvents(connection: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const [[written]] = (await rowsOf(client, `SELECT ${WRITTEN}`)) as [[string]];
    let count = BATCH;
    while (count === BATCH) count = Number((await rowsOf(client, 'SELECT number_events($1)', [BATCH]))[0]![0]);
    return Number(written);
  } finally {
    await client.end();
  }
}

export async function rowsOf(client: pg.Client, text: string, values?: unknown[]): Promise<unknown[][]> {
  return (await client.query<unknown[]>({ text, values, rowMode: 'array' })).rows;
}

/** The same for the same record. */
export const keyOf = ({ type, slug }: Subject): string => `${type} ${slug}`;
