/** A counter column, the rows it counts for each of its owners, and the table whose changes move it. */
interface Counter {
  name: string;
  watched: string;
  owner: string;
  ownerColumn: string;
  column: string;
  count: string;
}

const counterDeclarations: Counter[] = [
  {
    name: 'network_members',
    watched: 'membership',
    owner: 'network',
    ownerColumn: 'network_id',
    column: 'member_count',
    count: `SELECT count(DISTINCT m.city_id) FROM membership m
            WHERE m.network_id = o.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())`,
  },
  {
    name: 'city_networks',
    watched: 'membership',
    owner: 'city',
    ownerColumn: 'city_id',
    column: 'network_count',
    count: `SELECT count(DISTINCT m.network_id) FROM membership m
            WHERE m.city_id = o.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())`,
  },
  {
    name: 'city_solutions',
    watched: 'solution',
    owner: 'city',
    ownerColumn: 'city_id',
    column: 'solution_count',
    count: `SELECT count(*) FROM solution s
            WHERE s.city_id = o.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC'`,
  },
  {
    name: 'solution_adoptions',
    watched: 'adoption',
    owner: 'solution',
    ownerColumn: 'solution_id',
    column: 'adoption_count',
    count: `SELECT count(*) FROM adoption a WHERE a.solution_id = o.id`,
  },
  {
    name: 'collaboration_participants',
    watched: 'collaboration_participant',
    owner: 'collaboration',
    ownerColumn: 'collaboration_id',
    column: 'participant_count',
    count: `SELECT count(*) FROM collaboration_participant p WHERE p.collaboration_id = o.id`,
  },
];

// The owners are locked before they are counted: of two transactions that change the same owner, the second one counts
// what the first has committed. NO KEY UPDATE, because both already hold the key share lock of their foreign keys.
const countFunction = ({ name, owner, ownerColumn, column, count }: Counter): string => /* sql */ `
CREATE FUNCTION count_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owners integer[] := ARRAY(SELECT DISTINCT ${ownerColumn} FROM changed);
BEGIN
  PERFORM 1 FROM ${owner} o WHERE o.id = ANY (owners) ORDER BY o.id FOR NO KEY UPDATE;
  UPDATE ${owner} o SET ${column} = counted.n
  FROM (SELECT o.id, (${count}) AS n FROM ${owner} o WHERE o.id = ANY (owners)) counted
  WHERE o.id = counted.id AND o.${column} <> counted.n;
  RETURN NULL;
END $$;`;

// A transition table has one name in a trigger, so an update fires twice: for the owners before and for those after it.
const countTriggers = ({ name, watched }: Counter): string =>
  [
    ['inserted', 'INSERT', 'NEW'],
    ['updated_from', 'UPDATE', 'OLD'],
    ['updated_to', 'UPDATE', 'NEW'],
    ['deleted', 'DELETE', 'OLD'],
  ]
    .map(
      ([suffix, event, rows]) => /* sql */ `
CREATE TRIGGER count_${name}_${suffix} AFTER ${event} ON ${watched}
REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_${name}();`,
    )
    .join('');

const recountMembers = counterDeclarations
  .filter(({ watched }) => watched === 'membership')
  .map(
    ({ owner, column, count }) => /* sql */ `
  UPDATE ${owner} o SET ${column} = counted.n FROM (SELECT o.id, (${count}) AS n FROM ${owner} o) counted
  WHERE o.id = counted.id AND o.${column} <> counted.n;`,
  )
  .join('');

/**
 * Counts that lists are ordered by, kept up to date by the database. Those of memberships also change when a day begins, without
 * any write: `recount_memberships` is called then.
 */
export const counters = /* sql */ `
CREATE FUNCTION utc_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE RETURN (now() AT TIME ZONE 'UTC')::date;

-- Periods are half-open, and an unknown end counts as none, unless it is known that the membership has ended.
CREATE FUNCTION is_valid_on(started_on date, ended_on date, ongoing boolean, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (started_on IS NULL OR started_on <= day)
   AND CASE WHEN ended_on IS NULL THEN ongoing IS DISTINCT FROM false ELSE day < ended_on END;

${counterDeclarations.map((counter) => countFunction(counter) + countTriggers(counter)).join('\n')}

CREATE FUNCTION recount_memberships() RETURNS void LANGUAGE plpgsql AS $$ BEGIN${recountMembers}
END $$;

CREATE FUNCTION check_collaboration_participants() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found record;
BEGIN
  SELECT slug, participant_count INTO found FROM collaboration WHERE id = NEW.id;
  IF found.participant_count < 2 THEN
    RAISE EXCEPTION 'collaboration % has % participants, expected two cities or more', found.slug, found.participant_count
      USING ERRCODE = 'check_violation', CONSTRAINT = 'collaboration_participants_check';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER collaboration_participants_check AFTER INSERT OR UPDATE OF participant_count ON collaboration
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_collaboration_participants();
`;

export const counterFunctions = counterDeclarations.map(({ name }) => `count_${name}()`);
