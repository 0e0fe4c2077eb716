SELECT c.id
FROM city c
WHERE c.slug = $1

SELECT c.id
FROM city c
WHERE c.slug = $1

SELECT c.id
FROM city c
WHERE c.slug = $1

SELECT c.id
FROM city c
WHERE c.slug = $1

SELECT t.id, t.id,t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.id,t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])
