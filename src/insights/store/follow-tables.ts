import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { type Advance, advanceTables, type Changes } from './advance-tables';
import { loadTables } from './load-tables';
import { isFollowed } from './record-changes';
import { numberEvents, type Snapshot, type Subject, withSnapshot } from './snapshot';
import type { GraphTables } from './tables';

export interface Followed {
  tables: GraphTables;
  /** What lies between these and those before; undefined where all was read anew. */
  changes?: Changes;
  /** Where all was to be there that is committed: whatever had been, when the primary had written less than this, is. */
  reached?: number;
}

// How long to wait for events to get their positions, in milliseconds: it takes them a moment.
const PAUSE = 10;

/**
 * The tables as the head of the log has them: with the rows of all events up to it, and of none after it.
 * @param before Those of an earlier version; none to read all.
 * @param isToCatchUp Whether events that have no position yet get theirs first, so that all is there that is committed.
 */
export async function followTables(
  connection: pg.ClientConfig,
  before?: GraphTables,
  isToCatchUp = false,
): Promise<Followed> {
  const reached = isToCatchUp ? await numberEvents(connection) : undefined;
  let tables = before;
  let owed: readonly Subject[] = [];
  for (;;) {
    const read = await withSnapshot(connection, (snapshot) => step(tables, owed, snapshot));
    if (read !== 'LATER') {
      const changes = tables === before ? read.changes : undefined;
      if (read.owed.length === 0) return { tables: read.tables, changes, reached };
      ({ tables, owed } = read);
    }
    await numberEvents(connection);
    await setTimeout(PAUSE);
  }
}

/** @returns also where the tables are ahead of their version: what was read while the log was behind is to be read again. */
async function step(
  tables: GraphTables | undefined,
  owed: readonly Subject[],
  snapshot: Snapshot,
): Promise<(Followed & { owed: readonly Subject[] }) | 'LATER'> {
  const advance: Advance | 'LATER' | 'ANEW' = tables ? await advanceTables(tables, owed, snapshot) : 'ANEW';
  if (advance === 'LATER') return 'LATER';
  if (advance === 'ANEW') return { tables: await loadTables(snapshot), owed: snapshot.ahead.filter(isFollowed) };
  return { ...advance, owed: [] };
}
