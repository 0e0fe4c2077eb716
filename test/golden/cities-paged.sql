SELECT 0, x.*
FROM (SELECT (fold(c.name) COLLATE "C")::text, c.slug,c.id,c.slug
FROM city c
WHERE (fold(c.name) COLLATE "C", c.slug) > ($1::text, $2::text)
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT 2) x

SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE (fold(c.name) COLLATE "C", c.slug) < ($1::text, $2::text)
ORDER BY fold(c.name) COLLATE "C" DESC, c.slug DESC LIMIT 3) x

SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE (fold(c.name) COLLATE "C", c.slug) > ($1::text, $2::text) AND (fold(c.name) COLLATE "C", c.slug) < ($3::text, $4::text)
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT 21) x

SELECT 0, x.*
FROM (SELECT c.id,c.slug
FROM city c
WHERE true
ORDER BY coalesce(c.population, -1) ASC, c.slug ASC LIMIT 3) x
