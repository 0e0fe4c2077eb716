SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT s.id
FROM solution s
WHERE NOT (s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') AND EXISTS (SELECT
FROM adoption a
WHERE a.solution_id = s.id)
ORDER BY s.id
