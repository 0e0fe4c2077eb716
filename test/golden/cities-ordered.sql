SELECT 0,(c.folded_name)::text,c.slug
FROM city c
WHERE true
ORDER BY c.folded_name DESC, c.slug DESC LIMIT 4

SELECT 0,(coalesce(c.population, -1))::text,c.slug
FROM city c
WHERE true
ORDER BY coalesce(c.population, -1) DESC, c.slug DESC LIMIT 4

SELECT 0,(c.network_count)::text,c.slug
FROM city c
WHERE true
ORDER BY c.network_count DESC, c.slug DESC LIMIT 4

SELECT 0,(c.solution_count)::text,c.slug
FROM city c
WHERE true
ORDER BY c.solution_count DESC, c.slug DESC LIMIT 4
