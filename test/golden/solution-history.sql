SELECT t.slug, t.status,CASE WHEN t.status = 'WITHDRAWN' THEN to_char(t.withdrawn_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END,CASE WHEN t.status = 'WITHDRAWN' THEN t.withdrawn_reason END,t.id
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT a.confirmed,CASE WHEN a.confirmed THEN to_char(a.confirmed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END
FROM adoption a
WHERE a.solution_id = row0.c2 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT 21) row1(c0,c1))
FROM (SELECT s.slug,CASE WHEN s.status = 'WITHDRAWN' THEN s.withdrawn_reason END,s.id
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY fold(s.title) COLLATE "C" ASC, s.slug ASC LIMIT 4) row0(c0,c1,c2)) x

SELECT parent.id, r.*
FROM (VALUES ($1::integer)) AS parent(id)
JOIN solution s ON s.id = parent.id AND false
CROSS JOIN LATERAL (SELECT row_number() OVER (ORDER BY r.id)::integer, to_char(r.revised_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r.revised_by, r.locale, r.before
FROM solution_revision r
WHERE r.solution_id = s.id
ORDER BY r.id DESC LIMIT $2) r

SELECT parent.id, r.*
FROM unnest($1::integer[]) AS parent(id)
JOIN solution s ON s.id = parent.id AND false
CROSS JOIN LATERAL (SELECT row_number() OVER (ORDER BY r.id)::integer, to_char(r.revised_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r.revised_by, r.locale, r.before
FROM solution_revision r
WHERE r.solution_id = s.id
ORDER BY r.id DESC LIMIT $2) r
