SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,(SELECT json_agg(json_build_array(row2.c0,row2.c1,row2.c2))
FROM (SELECT a.kind,a_city.id,a_city.slug
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
WHERE a.solution_id = row1.c2 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT 3) row2(c0,c1,c2))))
FROM (SELECT (coalesce(s.published_at, '-infinity'))::text,s.slug,s.id
FROM solution s
WHERE s.city_id = row0.c1 AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 2) row1(c0,c1,c2)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT s.title
FROM solution s
WHERE s.city_id = row0.c1 AND s.status = 'PUBLISHED' AND s.sector = $1::text AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY fold(s.title) COLLATE "C" ASC, s.slug ASC LIMIT 21) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,(SELECT json_build_array(row2.c0)
FROM (SELECT t.slug
FROM solution t
WHERE t.id = row1.c3 AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT') row2(c0))))
FROM (SELECT (coalesce(a.adopted_on, '-infinity'))::text,a.slug,a.adopted_on,a.solution_id
FROM adoption a
WHERE a.city_id = row0.c1 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') ASC, a.slug ASC LIMIT 3) row1(c0,c1,c2,c3)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT a.title,a.influences
FROM action a
WHERE a.city_id = row0.c1 AND (a.influences <> '{}') = $2::boolean
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 2) row1(c0,c1))
FROM (SELECT c.slug,c.id
FROM city c
WHERE c.folded_name = ANY (ARRAY(SELECT fold(v)
FROM unnest($3::text[]) v))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21) row0(c0,c1)) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution s
WHERE s.city_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM action a
WHERE a.city_id = parent.id AND (a.influences <> '{}') = $2::boolean) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM adoption a
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')) x
