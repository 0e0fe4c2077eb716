SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text
