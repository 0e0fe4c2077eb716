SELECT c.id
FROM city c
WHERE coalesce(c.population, -1) > $1::integer AND c.population IS NOT NULL

SELECT s.id
FROM solution s
WHERE NOT (s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') AND EXISTS (SELECT
FROM adoption a
WHERE a.solution_id = s.id)
ORDER BY s.id

SELECT n.id
FROM network n
WHERE n.slug = ANY ($1::text[])

SELECT i.id
FROM initiative i
WHERE i.slug = ANY ($1::text[])

SELECT c.id
FROM city c
WHERE c.slug = $1
UNION ALL SELECT f.city_id
FROM city_former_key f
WHERE f.scheme = 'SLUG' AND f.value = $2

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])
