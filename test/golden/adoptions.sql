SELECT t.slug, t.id
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(a.adopted_on, '-infinity'))::text, a.slug,a.id,a.slug,a.kind,a.status,a.adopted_on,a.date_precision,a.note,a.confirmed,a.solution_id,a.city_id,a.learned_from_id,a.via_id,a.source_id,a_city.id,a_city.slug,a_learnedfrom.id,a_learnedfrom.slug
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
LEFT JOIN city a_learnedfrom ON a_learnedfrom.id = a.learned_from_id
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM adoption a
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT a.id,a.adopted_on,a.city_id,a.via_id,a_city.id,a_city.slug
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') ASC, a.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT a.id,a.solution_id
FROM adoption a
WHERE a.city_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT $2) x

SELECT t.id, t.id,t.slug
FROM solution t
WHERE t.id = $1::integer AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.id, t.id,t.name
FROM source t
WHERE t.id = $1::integer

SELECT t.id, t.id,t.slug,t.status
FROM solution t
WHERE t.id = $1::integer AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'
