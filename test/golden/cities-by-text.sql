SELECT 0,c.slug
FROM city c
WHERE c.folded_name = fold($1::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.folded_name = ANY (ARRAY(SELECT fold(v)
FROM unnest($1::text[]) v))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0, x.*
FROM (SELECT count(*)
FROM city c
WHERE c.folded_name LIKE fold($1::text)) x

SELECT 0,c.slug
FROM city c
WHERE c.folded_name LIKE fold($1::text) AND c.folded_name LIKE fold($2::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.slug = $1::text
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.slug = ANY ($1::text[])
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21
