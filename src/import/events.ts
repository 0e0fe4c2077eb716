import type { ClientBase } from 'pg';
import { fieldOf, hasId, type Resource } from '../package/resource';
import { resourceNamed } from '../package/resources';

/** What an import tells of the rows of a resource. */
interface Announced {
  /** The type of the record in the API. */
  subject: string;
  /**
   * SQL of the event's type for a row `t` as it is now; null where there is nothing to tell. `c.was` is what it was: null for a new
   * row, else the text of `state`.
   */
  type: string;
  /** SQL of what the event's type depends on of a row `t`. Default: nothing. */
  state?: string;
}

const always = (subject: string, type: string): Announced => ({ subject, type: `'${type}'` });

/** By resource. Rows that belong to others (translations, participants …) are told of as changes of these. */
const announced: Readonly<Record<string, Announced>> = {
  cities: always('City', 'CITY_CHANGED'),
  initiatives: always('Initiative', 'INITIATIVE_CHANGED'),
  networks: always('Network', 'NETWORK_CHANGED'),
  memberships: {
    subject: 'Membership',
    type: `CASE WHEN t.ended_on IS NOT NULL OR NOT t.ongoing THEN 'MEMBERSHIP_ENDED' ELSE 'MEMBERSHIP_SET' END`,
  },
  'collective-actions': always('CollectiveAction', 'COLLECTIVE_ACTION_CHANGED'),
  signatures: {
    subject: 'Signature',
    type: `CASE WHEN t.withdrawn_on IS NOT NULL THEN 'SIGNATURE_WITHDRAWN' ELSE 'SIGNATURE_SET' END`,
  },
  solutions: {
    subject: 'Solution',
    state: 't.status',
    // Nobody has heard of a draft, and nobody is told of one.
    type: `CASE
      WHEN t.status = 'PUBLISHED' AND c.was = 'PUBLISHED' THEN 'SOLUTION_REVISED'
      WHEN t.status = 'PUBLISHED' THEN 'SOLUTION_SHARED'
      WHEN c.was = 'PUBLISHED' OR t.status = 'WITHDRAWN' AND c.was IS DISTINCT FROM 'WITHDRAWN' THEN 'SOLUTION_WITHDRAWN'
    END`,
  },
  adoptions: {
    subject: 'Adoption',
    state: 't.confirmed::text',
    type: `CASE WHEN t.confirmed AND c.was = 'false' THEN 'ADOPTION_CONFIRMED' ELSE 'ADOPTION_RECORDED' END`,
  },
  actions: always('Action', 'ACTION_REPORTED'),
  collaborations: always('Collaboration', 'COLLABORATION_RECORDED'),
};

/** The resource whose records a row is told of, and the column that has their ids; undefined where nothing is told. */
function subjectOf(resource: Resource): { name: string; idColumn: string; isOwn: boolean } | undefined {
  const isOwn = hasId(resource);
  const key = fieldOf(resource.fields, resource.key[0]!);
  const name = isOwn ? resource.name : (key.references ?? '');
  return name in announced ? { name, idColumn: isOwn ? 'id' : key.column, isOwn } : undefined;
}

/** Makes the table of the records that the import makes or changes. */
export async function openChanges(client: ClientBase): Promise<void> {
  await client.query(
    'CREATE TEMP TABLE import_change (resource text, id integer, own boolean, was text) ON COMMIT DROP',
  );
}

/**
 * Lets a statement that writes rows of a resource remember which records it concerns.
 * @param write an INSERT or UPDATE of rows `t`, without RETURNING
 * @param isNew whether it inserts
 * @returns a statement with as many rows in its result as it writes
 */
export function remembering(resource: Resource, write: string, isNew: boolean): string {
  const subject = subjectOf(resource);
  if (subject === undefined) return write;
  const { name, idColumn, isOwn } = subject;
  const { state } = announced[name]!;
  const isUnknown = isNew && isOwn;
  // Beside what it writes, a statement reads rows as they were before it.
  const before = isUnknown || !state ? '' : `JOIN ${resourceNamed(name).table} t ON t.id = written.id`;
  const was = isUnknown ? 'NULL' : (state ?? "''");
  return `WITH written AS (${write} RETURNING t.${idColumn} AS id)
    INSERT INTO import_change SELECT '${name}', written.id, ${isOwn}, ${was} FROM written ${before}`;
}

/**
 * Appends an event for each record that was made or changed, once all rows are written. Of some nobody is told, and so caches hear that
 * there was an import.
 */
export async function appendImportEvents(client: ClientBase): Promise<void> {
  for (const [name, { subject, type }] of Object.entries(announced)) {
    // Of a record, what it was before its own row was written counts.
    await client.query(`
      INSERT INTO event_inbox (type, subject_type, subject_slug)
      SELECT type, '${subject}', slug FROM (
        SELECT ${type} AS type, t.slug, t.id
        FROM (SELECT DISTINCT ON (id) id, was FROM import_change WHERE resource = '${name}' ORDER BY id, own DESC) c
        JOIN ${resourceNamed(name).table} t ON t.id = c.id) told
      WHERE type IS NOT NULL ORDER BY id`);
  }
  await client.query('SELECT count_untold_change()');
}
