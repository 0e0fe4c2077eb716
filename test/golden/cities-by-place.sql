SELECT 0,c.slug
FROM city c
WHERE c.country_id IN (SELECT country.id
FROM country
WHERE country.code = $1::text)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.country_id IN (SELECT country.id
FROM country
WHERE country.code = ANY ($1::text[]))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.region = $1::text
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE c.region = ANY ($1::text[])
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE (c.latitude BETWEEN $1::float8 AND $2::float8 AND $3::float8 * 2 * asin(least(1, sqrt(sin((radians(c.latitude) - radians($4::float8)) / 2) ^ 2 + cos(radians(c.latitude)) * cos(radians($5::float8)) * sin((radians(c.longitude) - radians($6::float8)) / 2) ^ 2))) <= $7::float8)
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE (c.latitude BETWEEN $1::float8 AND $2::float8 AND (c.longitude >= $3::float8 OR c.longitude <= $4::float8))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21
