SELECT c.id
FROM city c
WHERE c.slug = $1
UNION ALL SELECT f.city_id
FROM city_former_key f
WHERE f.scheme = 'SLUG' AND f.value = $2

SELECT c.id
FROM city c
WHERE c.slug = $1
UNION ALL SELECT f.city_id
FROM city_former_key f
WHERE f.scheme = 'SLUG' AND f.value = $2

SELECT c.id
FROM city c
WHERE c.slug = $1
UNION ALL SELECT f.city_id
FROM city_former_key f
WHERE f.scheme = 'SLUG' AND f.value = $2

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
