/**
 * One thing to do when city $1 becomes part of city $2: a statement that gives what it `moved` or `dropped`, each with the slug of the
 * record and the type of event that tells of it; rows without a record of their own give none.
 */
export interface Step {
  /** What is counted. */
  what: string;
  outcome: 'moved' | 'dropped';
  /** The type of the records in the API, and of the event that tells of them; none for what belongs to the cities themselves. */
  tells?: { subject: string; type: string };
  sql: string;
}

const membership = { subject: 'Membership', type: 'MEMBERSHIP_SET' };
const signature = { subject: 'Signature', type: 'SIGNATURE_SET' };
const adoption = { subject: 'Adoption', type: 'ADOPTION_RECORDED' };
const collaboration = { subject: 'Collaboration', type: 'COLLABORATION_RECORDED' };

/** Records of the former city beside one that the city has of the same thing for some of the same time. */
const repeated = (table: string, of: string, start: string, end: string): string => `
  DELETE FROM ${table} t USING ${table} o
  WHERE t.city_id = $1 AND o.city_id = $2 AND o.${of} = t.${of}
    AND daterange(o.${start}, o.${end}) && daterange(t.${start}, t.${end})
  RETURNING t.slug`;

const moved = (table: string): string => `UPDATE ${table} SET city_id = $2 WHERE city_id = $1 RETURNING slug`;

/** In this order: what would repeat a record of the city goes before the rest moves. */
export const steps: readonly Step[] = [
  {
    what: 'memberships',
    outcome: 'dropped',
    tells: membership,
    sql: repeated('membership', 'network_id', 'started_on', 'ended_on'),
  },
  { what: 'memberships', outcome: 'moved', tells: membership, sql: moved('membership') },
  {
    what: 'signatures',
    outcome: 'dropped',
    tells: signature,
    sql: repeated('signature', 'collective_action_id', 'signed_on', 'withdrawn_on'),
  },
  { what: 'signatures', outcome: 'moved', tells: signature, sql: moved('signature') },
  {
    what: 'adoptions',
    outcome: 'dropped',
    tells: adoption,
    // A solution that both have taken up; and one of either that the other has, for a city does not take up its own.
    sql: `DELETE FROM adoption t USING solution s WHERE s.id = t.solution_id
        AND (t.city_id = $1 AND EXISTS (SELECT FROM adoption o WHERE o.solution_id = t.solution_id AND o.city_id = $2)
          OR t.city_id = $1 AND s.city_id = $2 OR t.city_id = $2 AND s.city_id = $1)
      RETURNING t.slug`,
  },
  {
    what: 'adoptions',
    outcome: 'moved',
    tells: adoption,
    // A city does not learn from itself.
    sql: `UPDATE adoption SET city_id = CASE city_id WHEN $1 THEN $2 ELSE city_id END,
        learned_from_id = nullif(CASE learned_from_id WHEN $1 THEN $2 ELSE learned_from_id END,
          CASE city_id WHEN $1 THEN $2 ELSE city_id END)
      WHERE city_id = $1 OR learned_from_id = $1 RETURNING slug`,
  },
  {
    what: 'solutions',
    outcome: 'moved',
    tells: { subject: 'Solution', type: 'SOLUTION_REVISED' },
    // Of drafts nobody hears.
    sql: `UPDATE solution SET city_id = $2 WHERE city_id = $1
      RETURNING CASE WHEN status = 'PUBLISHED' THEN slug END AS slug`,
  },
  { what: 'actions', outcome: 'moved', tells: { subject: 'Action', type: 'ACTION_REPORTED' }, sql: moved('action') },
  {
    what: 'collaborations',
    outcome: 'dropped',
    tells: collaboration,
    // Between the two alone.
    sql: `DELETE FROM collaboration t
      WHERE t.id IN (SELECT collaboration_id FROM collaboration_participant WHERE city_id = $1)
        AND NOT EXISTS (SELECT FROM collaboration_participant p
          WHERE p.collaboration_id = t.id AND p.city_id <> $1 AND p.city_id <> $2)
      RETURNING t.slug`,
  },
  {
    what: 'collaborations',
    outcome: 'dropped',
    tells: collaboration,
    // What the city has with the same others is there already.
    sql: `WITH own AS (
        SELECT t.id, bool_or(p.city_id = $2) AS is_kept,
          jsonb_build_array(t.kind, t.title, t.source_id, t.started_on, t.ended_on,
            array_agg(DISTINCT CASE p.city_id WHEN $1 THEN $2 ELSE p.city_id END)) AS identity
        FROM collaboration t JOIN collaboration_participant p ON p.collaboration_id = t.id
        WHERE t.id IN (SELECT collaboration_id FROM collaboration_participant WHERE city_id IN ($1, $2))
        GROUP BY t.id)
      DELETE FROM collaboration t USING own o
      WHERE t.id = o.id AND NOT o.is_kept
        AND EXISTS (SELECT FROM own k WHERE k.is_kept AND k.identity = o.identity)
      RETURNING t.slug`,
  },
  {
    what: 'collaborations',
    outcome: 'moved',
    tells: collaboration,
    sql: `WITH moved AS (
        UPDATE collaboration_participant p SET city_id = $2 WHERE city_id = $1
          AND NOT EXISTS (SELECT FROM collaboration_participant o
            WHERE o.collaboration_id = p.collaboration_id AND o.city_id = $2)
        RETURNING collaboration_id
      ), gone AS (
        DELETE FROM collaboration_participant p WHERE city_id = $1
          AND EXISTS (SELECT FROM collaboration_participant o
            WHERE o.collaboration_id = p.collaboration_id AND o.city_id = $2)
        RETURNING collaboration_id
      )
      SELECT t.slug FROM collaboration t
      WHERE t.id IN (SELECT collaboration_id FROM moved UNION ALL SELECT collaboration_id FROM gone)`,
  },
  {
    what: 'names',
    outcome: 'moved',
    // Those that the city has in a language are still the ones to show.
    sql: `INSERT INTO city_name (city_id, locale, name, preferred)
      SELECT $2, n.locale, n.name, n.preferred AND n.locale <> 'en'
        AND NOT EXISTS (SELECT FROM city_name o WHERE o.city_id = $2 AND o.locale = n.locale AND o.preferred)
      FROM (SELECT locale, name, preferred FROM city_name WHERE city_id = $1
        UNION SELECT 'en', c.name, false FROM city c WHERE c.id = $1
          AND NOT EXISTS (SELECT FROM city_name o WHERE o.city_id = $1 AND o.locale = 'en' AND o.name = c.name)
          AND NOT EXISTS (SELECT FROM city s WHERE s.id = $2 AND s.name = c.name)) n
      ON CONFLICT DO NOTHING RETURNING NULL AS slug`,
  },
];
