-- What PostGraphile cannot derive from the tables: who is a member today, what is shared with everybody, in which order. As its
-- documentation recommends, these are functions that PostgreSQL takes apart and plans with the query around them.
CREATE FUNCTION network_members(n network) RETURNS SETOF city LANGUAGE sql STABLE AS $$
  SELECT c.* FROM membership m JOIN city c ON c.id = m.city_id
  WHERE m.network_id = n.id AND (m.started_on IS NULL OR m.started_on <= (now() AT TIME ZONE 'UTC')::date)
    AND CASE WHEN m.ended_on IS NULL THEN m.ongoing IS DISTINCT FROM false ELSE (now() AT TIME ZONE 'UTC')::date < m.ended_on END
  ORDER BY m.city_population DESC, m.city_slug DESC
$$;
CREATE FUNCTION city_present_networks(c city) RETURNS SETOF network LANGUAGE sql STABLE AS $$
  SELECT n.* FROM membership m JOIN network n ON n.id = m.network_id
  WHERE m.city_id = c.id AND (m.started_on IS NULL OR m.started_on <= (now() AT TIME ZONE 'UTC')::date)
    AND CASE WHEN m.ended_on IS NULL THEN m.ongoing IS DISTINCT FROM false ELSE (now() AT TIME ZONE 'UTC')::date < m.ended_on END
  ORDER BY n.folded_name, n.slug
$$;
CREATE FUNCTION city_present_memberships(c city) RETURNS SETOF membership LANGUAGE sql STABLE AS $$
  SELECT m.* FROM membership m
  WHERE m.city_id = c.id AND (m.started_on IS NULL OR m.started_on <= (now() AT TIME ZONE 'UTC')::date)
    AND CASE WHEN m.ended_on IS NULL THEN m.ongoing IS DISTINCT FROM false ELSE (now() AT TIME ZONE 'UTC')::date < m.ended_on END
  ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC
$$;
CREATE FUNCTION city_shared_solutions(c city) RETURNS SETOF solution LANGUAGE sql STABLE AS $$
  SELECT s.* FROM solution s WHERE s.city_id = c.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC'
  ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC
$$;
CREATE FUNCTION solution_latest_adoptions(s solution) RETURNS SETOF adoption LANGUAGE sql STABLE AS $$
  SELECT a.* FROM adoption a WHERE a.solution_id = s.id ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC
$$;
CREATE FUNCTION solution_networks(s solution) RETURNS SETOF network LANGUAGE sql STABLE AS $$
  SELECT n.* FROM solution_network sn JOIN network n ON n.id = sn.network_id WHERE sn.solution_id = s.id
  ORDER BY n.folded_name, n.slug
$$;
CREATE FUNCTION solution_title_in(s solution, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t.title FROM solution_translation t WHERE t.solution_id = s.id AND t.locale = solution_title_in.locale
    AND s.original_locale <> solution_title_in.locale), s.title)
$$;
CREATE FUNCTION solution_summary_in(s solution, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t.summary FROM solution_translation t WHERE t.solution_id = s.id AND t.locale = solution_summary_in.locale
    AND s.original_locale <> solution_summary_in.locale), s.summary)
$$;
CREATE FUNCTION solution_content_locale(s solution, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t.locale FROM solution_translation t WHERE t.solution_id = s.id
    AND t.locale = solution_content_locale.locale), s.original_locale)
$$;
CREATE FUNCTION city_latest_collaborations(c city) RETURNS SETOF collaboration LANGUAGE sql STABLE AS $$
  SELECT o.* FROM collaboration_participant p JOIN collaboration o ON o.id = p.collaboration_id WHERE p.city_id = c.id
  ORDER BY p.started_on DESC, p.collaboration_slug DESC
$$;
CREATE FUNCTION collaboration_participants(o collaboration) RETURNS SETOF city LANGUAGE sql STABLE AS $$
  SELECT c.* FROM collaboration_participant p JOIN city c ON c.id = p.city_id WHERE p.collaboration_id = o.id
  ORDER BY c.folded_name, c.slug
$$;
CREATE TYPE city_peer AS (strength float8, collaboration_count integer, last_on date, slug text, name text);
CREATE FUNCTION city_peers(c city) RETURNS SETOF city_peer LANGUAGE sql STABLE AS $$
  SELECT p.strength::float8, p.collaboration_count, p.last_on, other.slug, other.name
  FROM peer p JOIN city other ON other.id = p.peer_id WHERE p.city_id = c.id ORDER BY p.strength DESC, p.peer_slug DESC
$$;

-- Filters that no index begins with are off unless they are asked for.
COMMENT ON COLUMN solution.sector IS E'@behavior +attribute:filterBy';
COMMENT ON COLUMN solution.status IS E'@behavior +attribute:filterBy';
COMMENT ON COLUMN solution.visibility IS E'@behavior +attribute:filterBy';
