SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4,row1.c5,row1.c6,row1.c7,row1.c8,row1.c9,row1.c10,row1.c11,row1.c12,row1.c13,row1.c14,(SELECT json_build_array(row2.c0)
FROM (SELECT t.slug
FROM solution t
WHERE t.id = row1.c8 AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT') row2(c0)),(SELECT json_build_array(row2.c0)
FROM (SELECT t.slug
FROM network t
WHERE t.id = row1.c9) row2(c0)),(SELECT json_build_array(row2.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row1.c10) row2(c0))))
FROM (SELECT (coalesce(a.adopted_on, '-infinity'))::text,a.slug,a.kind,a.status,a.adopted_on,a.date_precision,a.note,a.confirmed,a.solution_id,a.via_id,a.source_id,a_city.id,a_city.slug,a_learnedfrom.id,a_learnedfrom.slug
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
LEFT JOIN city a_learnedfrom ON a_learnedfrom.id = a.learned_from_id
WHERE a.solution_id = row0.c1 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT 3) row1(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,(SELECT json_build_array(row2.c0)
FROM (SELECT t.slug
FROM network t
WHERE t.id = row1.c1) row2(c0))))
FROM (SELECT a.adopted_on,a.via_id,a_city.id,a_city.slug
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
WHERE a.solution_id = row0.c1 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') ASC, a.slug ASC LIMIT 3) row1(c0,c1,c2,c3))
FROM (SELECT t.slug, t.id
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT') row0(c0,c1)

SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,(SELECT json_build_array(row2.c0,row2.c1)
FROM (SELECT t.slug,t.status
FROM solution t
WHERE t.id = row1.c0 AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT') row2(c0,c1))))
FROM (SELECT a.solution_id
FROM adoption a
WHERE a.city_id = row0.c1 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT 21) row1(c0))
FROM (SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text) row0(c0,c1)

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM adoption a
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')) x
