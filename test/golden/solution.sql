SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.slug
FROM city t
WHERE t.id = row0.c22) row1(c0)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.slug
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = row0.c1
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row1(c0)),(SELECT json_build_array(row1.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row0.c23) row1(c0))
FROM (SELECT t.slug, t.id,t.slug,t.title,coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.title IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.title),coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.title IS NOT NULL AND tr.locale = $3::text AND t.original_locale <> $4::text LIMIT 1), t.title),coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.title IS NOT NULL AND tr.locale = $5::text AND t.original_locale <> $6::text LIMIT 1), t.title),t.original_locale,coalesce((SELECT tr.locale
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale IS NOT NULL AND tr.locale = ANY ($7::text[]) AND array_position($8::text[], tr.locale) < coalesce(array_position($9::text[], t.original_locale), $10)
ORDER BY array_position($11::text[], tr.locale) LIMIT 1), t.original_locale),coalesce((SELECT tr.locale
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale IS NOT NULL AND tr.locale = $12::text AND t.original_locale <> $13::text LIMIT 1), t.original_locale),t.summary,coalesce((SELECT tr.summary
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.summary IS NOT NULL AND tr.locale = $14::text AND t.original_locale <> $15::text LIMIT 1), t.summary),t.body,coalesce((SELECT tr.body
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.body IS NOT NULL AND tr.locale = $16::text AND t.original_locale <> $17::text LIMIT 1), t.body),t.original_locale,t.sector,t.status,t.visibility,to_char(t.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),t.started_on,t.date_precision,t.links,t.city_id,t.source_id
FROM solution t
WHERE t.slug = $18::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT') row0(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17,c18,c19,c20,c21,c22,c23)

SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.slug
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = row0.c2 AND (n.folded_name, n.slug) > ($1::text, $2::text)
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 2) row1(c0))
FROM (SELECT t.slug, t.body,t.id
FROM solution t
WHERE t.slug = $3::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT') row0(c0,c1,c2)

SELECT t.slug, t.status
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.title
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.title
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = parent.id) x
