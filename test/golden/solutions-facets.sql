SELECT 0, x.*
FROM (SELECT count(*)
FROM solution s
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $1::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') x

SELECT 0, x.*
FROM (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, s.sector AS value, s.sector AS label
FROM solution s
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $1::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x

SELECT 0, x.*
FROM (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, fc.region AS value, fc.region AS label
FROM solution s
JOIN city fc ON fc.id = s.city_id
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $1::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x

SELECT 0, x.*
FROM (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, fo.code AS value, coalesce((SELECT tr.name
FROM country_name tr
WHERE tr.country_id = fo.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND 'en' <> $2::text LIMIT 1), fo.name) AS label
FROM solution s
JOIN city fc ON fc.id = s.city_id
JOIN country fo ON fo.id = fc.country_id
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $3::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x

SELECT 0, x.*
FROM (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, fn.slug AS value, coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = fn.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND fn.original_locale <> $2::text LIMIT 1), fn.name) AS label
FROM solution s
JOIN solution_network fs ON fs.solution_id = s.id
JOIN network fn ON fn.id = fs.network_id
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $3::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x

SELECT 0, x.*
FROM (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, fi.slug AS value, coalesce((SELECT tr.name
FROM initiative_translation tr
WHERE tr.initiative_id = fi.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND fi.original_locale <> $2::text LIMIT 1), fi.name) AS label
FROM solution s
JOIN solution_network fs ON fs.solution_id = s.id
JOIN network fn ON fn.id = fs.network_id
JOIN initiative fi ON fi.id = fn.initiative_id
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $3::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x

SELECT 0, x.*
FROM (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, to_char(coalesce(s.started_on, s.published_at::date), 'YYYY') AS value, to_char(coalesce(s.started_on, s.published_at::date), 'YYYY') AS label
FROM solution s
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $1::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x
