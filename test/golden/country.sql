SELECT t.code, t.id,t.code,t.code,t.name,coalesce((SELECT tr.name
FROM country_name tr
WHERE tr.country_id = t.id AND tr.locale = ANY ($1::text[]) AND tr.name IS NOT NULL AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], 'en'), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), t.name)
FROM country t
WHERE t.code = $6::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (fold(c.name) COLLATE "C")::text, c.slug,c.id,c.name,c.country_id
FROM city c
WHERE c.country_id = parent.id
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM city c
WHERE c.country_id = parent.id) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.slug
FROM city c
WHERE c.country_id = parent.id
ORDER BY fold(c.name) COLLATE "C" DESC, c.slug DESC LIMIT $2) x

SELECT t.id, t.id,t.code
FROM country t
WHERE t.id = $1::integer
