SELECT 0, x.*
FROM (SELECT (c.folded_name)::text, c.slug,c.id,c.slug
FROM city c
WHERE (c.folded_name, c.slug) > ($1::text, $2::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 2) x

SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE (c.folded_name, c.slug) < ($1::text, $2::text)
ORDER BY c.folded_name DESC, c.slug DESC LIMIT 3) x

SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE (c.folded_name, c.slug) > ($1::text, $2::text) AND (c.folded_name, c.slug) < ($3::text, $4::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21) x

SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE true
ORDER BY coalesce(c.population, -1) ASC, c.slug ASC LIMIT 3) x
