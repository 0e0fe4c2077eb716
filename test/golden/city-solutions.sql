SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE fold(c.name) = ANY (ARRAY(SELECT fold(v)
FROM unnest($1::text[]) v))
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(s.published_at, '-infinity'))::text, s.slug,s.id,s.slug
FROM solution s
WHERE s.city_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution s
WHERE s.city_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT s.id,s.title
FROM solution s
WHERE s.city_id = parent.id AND s.status = 'PUBLISHED' AND s.sector = $2::text AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY fold(s.title) COLLATE "C" ASC, s.slug ASC LIMIT $3) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(a.adopted_on, '-infinity'))::text, a.slug,a.id,a.adopted_on,a.solution_id
FROM adoption a
WHERE a.city_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') ASC, a.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT a.id,a.title,a.influences
FROM action a
WHERE a.city_id = parent.id AND (a.influences <> '{}') = $2::boolean
ORDER BY a.reported_on DESC, a.slug DESC LIMIT $3) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM action a
WHERE a.city_id = parent.id AND (a.influences <> '{}') = $2::boolean) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT a.id,a.kind,a.city_id,a_city.id,a_city.slug
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM adoption a
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')) x

SELECT t.id, t.id,t.slug
FROM solution t
WHERE t.id = ANY ($1::integer[]) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'
