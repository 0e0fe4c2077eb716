SELECT 0,n.slug
FROM network n
WHERE n.folded_name LIKE fold($1::text)
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0, x.*
FROM (SELECT count(*)
FROM network n
WHERE n.folded_name LIKE fold($1::text)) x

SELECT 0,n.slug
FROM network n
WHERE n.slug = ANY (ARRAY(SELECT v
FROM unnest($1::text[]) v))
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0,n.slug
FROM network n
WHERE n.slug = ANY ($1::text[])
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0,n.slug
FROM network n
WHERE EXISTS (SELECT
FROM initiative i_n
WHERE i_n.id = n.initiative_id AND i_n.folded_name = fold($1::text))
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0,n.slug,n.ended_on
FROM network n
WHERE (n.successor_id IS NULL AND (n.ended_on IS NULL OR n.ended_on > utc_today())) IS NOT TRUE
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0,n.slug
FROM network n
WHERE (n.successor_id IS NULL AND (n.ended_on IS NULL OR n.ended_on > utc_today())) IS TRUE AND ((n.slug = $1::text) OR ((EXISTS (SELECT
FROM initiative i_n
WHERE i_n.id = n.initiative_id AND true)) IS NOT TRUE))
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0,n.slug
FROM network n
WHERE true
ORDER BY n.folded_name DESC, n.slug DESC LIMIT 3

SELECT 0,(n.member_count)::text,n.slug
FROM network n
WHERE true
ORDER BY n.member_count DESC, n.slug DESC LIMIT 4

SELECT 0,(coalesce(n.started_on, '-infinity'))::text,n.slug,n.started_on
FROM network n
WHERE true
ORDER BY coalesce(n.started_on, '-infinity') DESC, n.slug DESC LIMIT 21

SELECT 0,n.slug
FROM network n
WHERE (coalesce(n.started_on, '-infinity'), n.slug) > ($1::date, $2::text) AND (coalesce(n.started_on, '-infinity'), n.slug) < ($3::date, $4::text)
ORDER BY coalesce(n.started_on, '-infinity') ASC, n.slug ASC LIMIT 21
