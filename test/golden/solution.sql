SELECT t.slug, t.id,t.slug,t.title,coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($1::text[]) AND tr.title IS NOT NULL AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], t.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), t.title),coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($6::text[]) AND tr.title IS NOT NULL AND array_position($7::text[], tr.locale) < coalesce(array_position($8::text[], t.original_locale), $9)
ORDER BY array_position($10::text[], tr.locale) LIMIT 1), t.title),coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($11::text[]) AND tr.title IS NOT NULL AND array_position($12::text[], tr.locale) < coalesce(array_position($13::text[], t.original_locale), $14)
ORDER BY array_position($15::text[], tr.locale) LIMIT 1), t.title),t.original_locale,coalesce((SELECT tr.locale
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($16::text[]) AND tr.locale IS NOT NULL AND array_position($17::text[], tr.locale) < coalesce(array_position($18::text[], t.original_locale), $19)
ORDER BY array_position($20::text[], tr.locale) LIMIT 1), t.original_locale),coalesce((SELECT tr.locale
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($21::text[]) AND tr.locale IS NOT NULL AND array_position($22::text[], tr.locale) < coalesce(array_position($23::text[], t.original_locale), $24)
ORDER BY array_position($25::text[], tr.locale) LIMIT 1), t.original_locale),t.summary,coalesce((SELECT tr.summary
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($26::text[]) AND tr.summary IS NOT NULL AND array_position($27::text[], tr.locale) < coalesce(array_position($28::text[], t.original_locale), $29)
ORDER BY array_position($30::text[], tr.locale) LIMIT 1), t.summary),t.body,coalesce((SELECT tr.body
FROM solution_translation tr
WHERE tr.solution_id = t.id AND tr.locale = ANY ($31::text[]) AND tr.body IS NOT NULL AND array_position($32::text[], tr.locale) < coalesce(array_position($33::text[], t.original_locale), $34)
ORDER BY array_position($35::text[], tr.locale) LIMIT 1), t.body),t.original_locale,t.sector,t.status,t.visibility,to_char(t.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),t.started_on,t.date_precision,t.links,t.city_id,t.source_id
FROM solution t
WHERE t.slug = $36::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id,t.body
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id,t.status
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id,t.title
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id,t.title
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.id, t.id,t.slug
FROM city t
WHERE t.id = $1::integer

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT n.id,n.slug
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = parent.id
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = parent.id) x

SELECT t.id, t.id,t.name
FROM source t
WHERE t.id = $1::integer

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT n.id,n.slug
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = parent.id AND (fold(n.name) COLLATE "C", n.slug) > ($2::text, $3::text)
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $4) x
