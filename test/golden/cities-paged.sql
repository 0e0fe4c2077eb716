SELECT 0,(c.folded_name)::text,c.slug
FROM city c
WHERE (c.folded_name, c.slug) > ($1::text, $2::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 2

SELECT 0,c.slug
FROM city c
WHERE (c.folded_name, c.slug) < ($1::text, $2::text)
ORDER BY c.folded_name DESC, c.slug DESC LIMIT 3

SELECT 0,c.slug
FROM city c
WHERE (c.folded_name, c.slug) > ($1::text, $2::text) AND (c.folded_name, c.slug) < ($3::text, $4::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE true
ORDER BY coalesce(c.population, -1) ASC, c.slug ASC LIMIT 3
