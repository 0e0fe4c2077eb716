SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4))
FROM (SELECT (c.folded_name)::text,c.slug,c.name,c_country.id,c_country.code
FROM city c
LEFT JOIN country c_country ON c_country.id = c.country_id
WHERE c.country_id = row0.c5
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 2) row1(c0,c1,c2,c3,c4)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT c.slug
FROM city c
WHERE c.country_id = row0.c5
ORDER BY c.folded_name DESC, c.slug DESC LIMIT 2) row1(c0))
FROM (SELECT t.code, t.code,t.code,t.name,coalesce((SELECT tr.name
FROM country_name tr
WHERE tr.country_id = t.id AND tr.name IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], 'en'), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), t.name),t.id
FROM country t
WHERE t.code = $6::text) row0(c0,c1,c2,c3,c4,c5)

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM city c
WHERE c.country_id = parent.id) x
