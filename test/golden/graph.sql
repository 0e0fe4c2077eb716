SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])
