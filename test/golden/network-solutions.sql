SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,(SELECT json_agg(json_build_array(row2.c0,row2.c1))
FROM (SELECT (n.folded_name)::text,n.slug
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = row1.c1
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 3) row2(c0,c1))))
FROM (SELECT s.slug,s.id
FROM solution_network sn
JOIN solution s ON s.id = sn.solution_id
WHERE sn.network_id = row0.c1 AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY sn.published_at DESC, sn.solution_slug DESC LIMIT 2) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT s.title
FROM solution_network sn
JOIN solution s ON s.id = sn.solution_id
WHERE sn.network_id = row0.c1 AND s.status = 'PUBLISHED' AND (s.sector = $1::text) IS NOT TRUE AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY fold(s.title) COLLATE "C" DESC, sn.solution_slug DESC LIMIT 2) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,(SELECT json_build_array(row2.c0)
FROM (SELECT t.slug
FROM network t
WHERE t.id = row1.c3) row2(c0))))
FROM (SELECT (coalesce(o.started_on, '-infinity'))::text,o.slug,o.title,o.network_id
FROM collaboration o
WHERE o.network_id = row0.c1 AND EXISTS (SELECT
FROM collaboration_participant cp_o
JOIN city c_o ON c_o.id = cp_o.city_id
WHERE cp_o.collaboration_id = o.id AND c_o.region = $2::text)
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 2) row1(c0,c1,c2,c3))
FROM (SELECT n.slug,n.id
FROM network n
WHERE n.slug = ANY (ARRAY(SELECT v
FROM unnest($3::text[]) v))
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row0(c0,c1)) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution_network sn
JOIN solution s ON s.id = sn.solution_id
WHERE sn.network_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM collaboration o
WHERE o.network_id = parent.id AND EXISTS (SELECT
FROM collaboration_participant cp_o
JOIN city c_o ON c_o.id = cp_o.city_id
WHERE cp_o.collaboration_id = o.id AND c_o.region = $2::text)) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = parent.id) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT value, min(label), count(*)
FROM ( SELECT DISTINCT s.id, fc.region AS value, fc.region AS label
FROM solution_network sn
JOIN solution s ON s.id = sn.solution_id
JOIN city fc ON fc.id = s.city_id
WHERE sn.network_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') counted
WHERE value IS NOT NULL
GROUP BY value
ORDER BY 3 DESC, 1) x
