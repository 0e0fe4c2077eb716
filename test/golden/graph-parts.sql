SELECT c.id
FROM city c
WHERE coalesce(c.population, -1) > $1::integer AND c.population IS NOT NULL

SELECT n.id
FROM network n
WHERE n.slug = ANY ($1::text[])

SELECT i.id
FROM initiative i
WHERE i.slug = ANY ($1::text[])

SELECT c.id
FROM city c
WHERE c.slug = $1

SELECT t.id, t.id,t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.id,t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])
