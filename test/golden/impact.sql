WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE true
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT '', min(''), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $1::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE '' IS NOT NULL
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE a.reported_on < $1::date
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT '', min(''), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $4::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE '' IS NOT NULL
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE true
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT g.slug, min(g.name), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND EXISTS (SELECT
FROM action_network an
WHERE an.action_id = t.id AND an.network_id = g.id)), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND EXISTS (SELECT
FROM action_network an
WHERE an.action_id = t.id AND an.network_id = g.id) AND $1::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND EXISTS (SELECT
FROM action_network an
WHERE an.action_id = t.id AND an.network_id = g.id) AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND EXISTS (SELECT
FROM action_network an
WHERE an.action_id = t.id AND an.network_id = g.id) AND $3::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
JOIN membership m ON m.city_id = t.city_id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, t.reported_on)
JOIN network g ON g.id = m.network_id
WHERE g.slug IS NOT NULL
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE a.reported_on < $1::date
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT t.sector, min(t.sector), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $4::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE t.sector IS NOT NULL
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE a.reported_on < $1::date
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT extract(year
FROM t.reported_on)::text, min(extract(year
FROM t.reported_on)::text), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $4::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE extract(year
FROM t.reported_on)::text IS NOT NULL AND t.sector = $5::text
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE a.reported_on < $1::date
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT extract(year
FROM t.reported_on)::text, min(extract(year
FROM t.reported_on)::text), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $4::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE extract(year
FROM t.reported_on)::text IS NOT NULL AND t.sector = $5::text
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE a.reported_on < $1::date
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT extract(year
FROM t.reported_on)::text, min(extract(year
FROM t.reported_on)::text), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $4::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE extract(year
FROM t.reported_on)::text IS NOT NULL AND t.sector = $5::text
GROUP BY 1, t.city_id
ORDER BY 1

WITH RECURSIVE report AS ( SELECT a.id, a.id AS first
FROM action a
WHERE a.revision_of_id IS NULL
UNION ALL SELECT a.id, r.first
FROM report r
JOIN action a ON a.revision_of_id = r.id ), latest AS ( SELECT DISTINCT ON (r.first) a.*
FROM report r
JOIN action a ON a.id = r.id
WHERE a.reported_on < $1::date
ORDER BY r.first, a.reported_on DESC, a.slug DESC ) SELECT extract(year
FROM t.reported_on)::text, min(extract(year
FROM t.reported_on)::text), count(*), count(t.influences), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true), count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $2::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $3::text = ANY (t.influences)),count(*) FILTER (WHERE cardinality(t.influences) > 0 AND true AND $4::text = ANY (t.influences))
FROM latest t
JOIN city c ON c.id = t.city_id
WHERE extract(year
FROM t.reported_on)::text IS NOT NULL AND t.sector = $5::text
GROUP BY 1, t.city_id
ORDER BY 1
