SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row0.c4) row1(c0)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.slug
FROM network n
WHERE n.initiative_id = row0.c5 AND (n.successor_id IS NULL AND (n.ended_on IS NULL OR n.ended_on > utc_today())) IS TRUE
ORDER BY n.member_count DESC, n.slug DESC LIMIT 21) row1(c0)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT s.slug
FROM solution s
WHERE s.id IN (SELECT sn.solution_id
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE n.initiative_id = row0.c5) AND s.status = 'PUBLISHED' AND s.sector = ANY ($1::text[]) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY fold(s.title) COLLATE "C" ASC, s.slug ASC LIMIT 3) row1(c0))
FROM (SELECT (i.folded_name)::text,i.slug,i.name,i.summary,i.source_id,i.id
FROM initiative i
WHERE true
ORDER BY i.folded_name ASC, i.slug ASC LIMIT 3) row0(c0,c1,c2,c3,c4,c5)) x

SELECT 0, x.*
FROM (SELECT count(*)
FROM initiative i
WHERE true) x

SELECT 0,i.slug
FROM initiative i
WHERE (i.folded_name, i.slug) > ($1::text, $2::text)
ORDER BY i.folded_name ASC, i.slug ASC LIMIT 21

SELECT 0,i.slug
FROM initiative i
WHERE i.slug = $1::text AND i.slug LIKE $2::text AND i.folded_name LIKE fold($3::text)
ORDER BY i.folded_name ASC, i.slug ASC LIMIT 21

SELECT t.slug, t.name,coalesce((SELECT tr.name
FROM initiative_translation tr
WHERE tr.initiative_id = t.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.name),coalesce((SELECT tr.summary
FROM initiative_translation tr
WHERE tr.initiative_id = t.id AND tr.summary IS NOT NULL AND tr.locale = $3::text AND t.original_locale <> $4::text LIMIT 1), t.summary)
FROM initiative t
WHERE t.slug = $5::text

SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.name
FROM network n
WHERE n.initiative_id = row0.c2
ORDER BY n.folded_name DESC, n.slug DESC LIMIT 2) row1(c0)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT s.slug
FROM solution s
WHERE s.id IN (SELECT sn.solution_id
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE n.initiative_id = row0.c2) AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21) row1(c0))
FROM (SELECT t.slug, t.name,t.id
FROM initiative t
WHERE t.slug = $1::text) row0(c0,c1,c2)

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM network n
WHERE n.initiative_id = parent.id AND (n.successor_id IS NULL AND (n.ended_on IS NULL OR n.ended_on > utc_today())) IS TRUE) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution s
WHERE s.id IN (SELECT sn.solution_id
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE n.initiative_id = parent.id) AND s.status = 'PUBLISHED' AND s.sector = ANY ($2::text[]) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') x
