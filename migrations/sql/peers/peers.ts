/** What a collaboration counts for each pair of its cities. Those whose participants are being written have none for the moment. */
const STRENGTH = '1.0 / greatest(o.participant_count - 1, 1)';

// Two rows a pair: a city's peers are next to one another. No foreign keys: rows come from participants, which have them.
const table = /* sql */ `
CREATE TABLE peer (
  city_id integer NOT NULL,
  peer_id integer NOT NULL,
  peer_slug text COLLATE "C" NOT NULL,
  strength numeric NOT NULL,
  collaboration_count integer NOT NULL,
  first_on date,
  last_on date,
  PRIMARY KEY (city_id, peer_id)
);`;

// The table is locked before pairs are counted, so that of two transactions the second one counts what the first has committed. A lock for
// each city would let those of other cities pass, and would be taken in any order by who writes more than one statement: a deadlock.
// What is there already is not written again. Each call is planned for its cities, of which there may be two or all.
const count = /* sql */ `
CREATE FUNCTION count_peers(cities integer[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  LOCK TABLE peer IN SHARE ROW EXCLUSIVE MODE;
  WITH pair AS MATERIALIZED (
    SELECT a.city_id AS one, b.city_id AS other, sum(${STRENGTH}) AS strength, count(*)::integer AS n,
      min(o.started_on) AS first_on, max(o.started_on) AS last_on
    FROM collaboration_participant a
    JOIN collaboration o ON o.id = a.collaboration_id
    JOIN collaboration_participant b ON b.collaboration_id = a.collaboration_id AND b.city_id > a.city_id AND b.city_id = ANY (cities)
    WHERE a.city_id = ANY (cities)
    GROUP BY a.city_id, b.city_id
  ), counted AS MATERIALIZED (
    SELECT one AS city_id, other AS peer_id, strength, n, first_on, last_on FROM pair
    UNION ALL SELECT other, one, strength, n, first_on, last_on FROM pair
  ), gone AS (
    DELETE FROM peer p WHERE p.city_id = ANY (cities) AND p.peer_id = ANY (cities)
      AND NOT EXISTS (SELECT FROM counted c WHERE c.city_id = p.city_id AND c.peer_id = p.peer_id)
  )
  INSERT INTO peer AS p
  SELECT c.city_id, c.peer_id, city.slug, c.strength, c.n, c.first_on, c.last_on
  FROM counted c JOIN city ON city.id = c.peer_id
  WHERE NOT EXISTS (SELECT FROM peer p WHERE p.city_id = c.city_id AND p.peer_id = c.peer_id AND
    (p.peer_slug, p.strength, p.collaboration_count, p.first_on, p.last_on)
      IS NOT DISTINCT FROM (city.slug, c.strength, c.n, c.first_on, c.last_on))
  ORDER BY c.city_id, c.peer_id
  ON CONFLICT (city_id, peer_id) DO UPDATE SET (peer_slug, strength, collaboration_count, first_on, last_on)
    = (EXCLUDED.peer_slug, EXCLUDED.strength, EXCLUDED.collaboration_count, EXCLUDED.first_on, EXCLUDED.last_on);
END $$;`;

const rows = (transition: string): string => `SELECT collaboration_id, city_id, started_on FROM ${transition}`;

/** The participants that a statement has changed, by what it was. Their copy of the first day changes when their collaboration's does. */
const changed = {
  insert: { transitions: 'NEW TABLE AS after', sql: rows('after') },
  delete: { transitions: 'OLD TABLE AS before', sql: rows('before') },
  update: {
    transitions: 'OLD TABLE AS before NEW TABLE AS after',
    sql: `(${rows('before')} EXCEPT ${rows('after')}) UNION (${rows('after')} EXCEPT ${rows('before')})`,
  },
};

// By its name it comes after the trigger that counts the participants of a collaboration, on which the strengths depend.
const triggers = Object.entries(changed)
  .map(
    ([event, { transitions, sql }]) => /* sql */ `
CREATE FUNCTION keep_peers_after_${event}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE cities integer[] := ARRAY(
  WITH changed AS (${sql})
  SELECT city_id FROM changed
  UNION SELECT p.city_id FROM collaboration_participant p WHERE p.collaboration_id IN (SELECT collaboration_id FROM changed));
BEGIN
  IF cities <> '{}' THEN PERFORM count_peers(cities); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_peers_after_${event} AFTER ${event.toUpperCase()} ON collaboration_participant
REFERENCING ${transitions} FOR EACH STATEMENT EXECUTE FUNCTION keep_peers_after_${event}();`,
  )
  .join('\n');

const others = /* sql */ `
CREATE FUNCTION forget_peers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE peer;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_peers AFTER TRUNCATE ON collaboration_participant
FOR EACH STATEMENT EXECUTE FUNCTION forget_peers();

-- Those who have the city as a peer are its peers.
CREATE FUNCTION copy_slug_to_peer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE peer IN SHARE ROW EXCLUSIVE MODE;
  UPDATE peer p SET peer_slug = NEW.slug FROM peer own
  WHERE own.city_id = NEW.id AND p.city_id = own.peer_id AND p.peer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER copy_slug_to_peer AFTER UPDATE OF slug ON city
FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION copy_slug_to_peer();`;

/**
 * Who works together with whom, kept up to date by the database, whoever writes. `count_peers` does it for the pairs of some cities, or of
 * all, for what has filled the tables past their triggers.
 */
export const peers = /* sql */ `
${table}
${count}
${triggers}
${others}
SELECT count_peers(ARRAY(SELECT id FROM city));
CREATE INDEX peer_strength_order_idx ON peer (city_id, strength, peer_slug);`;

export const withoutPeers = /* sql */ `
DROP TRIGGER copy_slug_to_peer ON city;
DROP TRIGGER forget_peers ON collaboration_participant;
${Object.keys(changed)
  .map((event) => `DROP TRIGGER keep_peers_after_${event} ON collaboration_participant;`)
  .join('\n')}
DROP FUNCTION copy_slug_to_peer, forget_peers, ${Object.keys(changed)
  .map((event) => `keep_peers_after_${event}`)
  .join(', ')}, count_peers;
DROP TABLE peer;`;
