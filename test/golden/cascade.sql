SELECT t.slug, t.id
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT parent.id, s.city_id, a.id, a.city_id, a.learned_from_id, a.status = 'STOPPED'
FROM (VALUES ($1::integer)) AS parent(id)
JOIN solution s ON s.id = parent.id
JOIN adoption a ON a.solution_id = s.id
WHERE a.status <> 'CONSIDERING'
ORDER BY a.adopted_on NULLS LAST, a.slug

SELECT t.id, t.slug
FROM city t
WHERE t.id = $1::integer

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.status,t.adopted_on
FROM adoption t
WHERE t.id = ANY ($1::integer[]) AND EXISTS (SELECT
FROM solution v_t
WHERE v_t.id = t.solution_id AND v_t.visibility = 'PUBLIC' AND v_t.status <> 'DRAFT')
