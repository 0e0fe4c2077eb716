SELECT identity, head, pruned, count AS untold, (SELECT at - CASE WHEN at % page <= 40 THEN at % page ELSE 0 END
FROM ( SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS at, current_setting('wal_block_size')::numeric AS page) written) AS written
FROM event_log, untold_change

SELECT identity, head, pruned, count AS untold, (SELECT at - CASE WHEN at % page <= 40 THEN at % page ELSE 0 END
FROM ( SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS at, current_setting('wal_block_size')::numeric AS page) written) AS written
FROM event_log, untold_change

SELECT m.city_id, m.network_id, m.started_on - date '1970-01-01', coalesce(m.ended_on - date '1970-01-01', $1::integer)
FROM membership m
WHERE m.started_on IS NOT NULL
ORDER BY m.id

SELECT count(*)
FROM membership m
WHERE m.started_on IS NULL

SELECT s.city_id, s.started_on, s.published_at::date, a.cities, a.years
FROM solution s
LEFT JOIN LATERAL ( SELECT array_agg(a.city_id
ORDER BY a.id) AS cities, array_agg(extract(year
FROM a.adopted_on)::integer
ORDER BY a.id) AS years
FROM adoption a
WHERE a.solution_id = s.id AND a.status <> 'CONSIDERING' AND a.city_id <> s.city_id ) a ON true
WHERE s.status <> 'DRAFT' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY s.slug

SELECT m.city_id, m.network_id, m.started_on - date '1970-01-01', coalesce(m.ended_on - date '1970-01-01', $1::integer)
FROM membership m
WHERE m.started_on IS NOT NULL
ORDER BY m.id

SELECT count(*)
FROM membership m
WHERE m.started_on IS NULL

SELECT s.city_id, s.started_on, s.published_at::date, a.cities, a.years
FROM solution s
LEFT JOIN LATERAL ( SELECT array_agg(a.city_id
ORDER BY a.id) AS cities, array_agg(extract(year
FROM a.adopted_on)::integer
ORDER BY a.id) AS years
FROM adoption a
WHERE a.solution_id = s.id AND a.status <> 'CONSIDERING' AND a.city_id <> s.city_id ) a ON true
WHERE s.status <> 'DRAFT' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT' AND s.sector = $1::text
ORDER BY s.slug
