import type { GraphLayer } from './filter';
import { changesOf, isFollowed } from './record-changes';
import { keyOf, rowsOf, type Snapshot, type Subject } from './snapshot';
import type { GraphTables } from './tables';

/** What lies between two versions of tables. */
export interface Changes {
  /** Of each layer, the cities (their numbers) between two of which a link may be another one. */
  readonly cities: ReadonlyMap<GraphLayer, Int32Array>;
  /** Whether what is known of cities is something else. */
  readonly attributes: boolean;
  /** Whether networks belong to other initiatives. */
  readonly initiatives: boolean;
}

export interface Advance {
  tables: GraphTables;
  changes: Changes;
}

/** More events than this are not followed one by one: all is read anew. */
const MAX_EVENTS = 20_000;

const EVENTS = 'SELECT DISTINCT subject_type, subject_slug FROM event WHERE position > $1';

/**
 * Brings tables up to the head of a snapshot's log: reads the records that the events since then are about.
 * @param owed Records that are to be read in any case, as the tables are ahead of their version there.
 * @returns LATER where the snapshot is ahead of its log in one of these records: how it was at the head, nobody can tell any more.
 * ANEW where no way leads there: cities have come or gone, events are too many or removed, or it is another log.
 */
export async function advanceTables(
  before: GraphTables,
  owed: readonly Subject[],
  snapshot: Snapshot,
): Promise<Advance | 'LATER' | 'ANEW'> {
  const { client, log, head, pruned, ahead, asOf, written } = snapshot;
  const position = Number(before.version);
  if (log !== before.log || head < position || pruned > position || head - position > MAX_EVENTS) return 'ANEW';
  const events = await rowsOf(client, EVENTS, [position]);
  const told = events.map(([type, slug]) => ({ type: String(type), slug: String(slug) })).filter(isFollowed);
  const subjects = [...owed, ...told];
  if (overlap(subjects, ahead)) return 'LATER';
  const changes = await changesOf(before, subjects, client);
  if (changes === 'ANEW') return 'ANEW';
  return {
    tables: Object.assign({}, before, ...changes.map(({ tables }) => tables), {
      version: String(head),
      asOf,
      written,
    }) as GraphTables,
    changes: {
      cities: new Map(changes.flatMap(({ layer, cities }) => (layer && cities ? [[layer, cities]] : []))),
      attributes: changes.some(({ attributes }) => attributes),
      initiatives: changes.some(({ initiatives }) => initiatives),
    },
  };
}

// These are read as a whole.
const WHOLE = new Set(['City', 'Network']);

/** Whether what is to be read has a record that is ahead. */
function overlap(subjects: readonly Subject[], ahead: readonly Subject[]): boolean {
  const wanted = new Set(subjects.flatMap((subject) => (WHOLE.has(subject.type) ? subject.type : keyOf(subject))));
  return ahead.some((subject) => wanted.has(WHOLE.has(subject.type) ? subject.type : keyOf(subject)));
}
