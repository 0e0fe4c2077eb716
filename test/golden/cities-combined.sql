SELECT 0,c.population
FROM city c
WHERE coalesce(c.population, -1) > $1::integer AND coalesce(c.population, -1) <= $2::integer AND c.population IS NOT NULL
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.population
FROM city c
WHERE coalesce(c.population, -1) >= $1::integer AND coalesce(c.population, -1) < $2::integer AND c.population IS NOT NULL
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE coalesce(c.population, -1) = $1::integer AND coalesce(c.population, -1) = ANY ($2::integer[]) AND c.population IS NOT NULL
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE ((c.region = $1::text) OR (c.folded_name = fold($2::text)))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.folded_name = fold($1::text) AND c.country_id IN (SELECT country.id
FROM country
WHERE country.code = $2::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE (coalesce(c.population, -1) > $1::integer AND c.population IS NOT NULL) IS NOT TRUE
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0, x.*
FROM (SELECT count(*)
FROM city c
WHERE false) x
