SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row0.c5) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4,row1.c5,row1.c6,row1.c7,row1.c8,row1.c9,(SELECT json_build_array(row2.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row1.c5) row2(c0))))
FROM (SELECT (coalesce(s.signed_on, '-infinity'))::text,s.slug,s.signed_on,s.withdrawn_on,s.date_precision,s.source_id,s_city.id,s_city.slug,s_collectiveaction.id,s_collectiveaction.slug
FROM signature s
LEFT JOIN city s_city ON s_city.id = s.city_id
LEFT JOIN collective_action s_collectiveaction ON s_collectiveaction.id = s.collective_action_id
WHERE s.collective_action_id = row0.c7 AND is_valid_on(s.signed_on, s.withdrawn_on, NULL, utc_today())
ORDER BY coalesce(s.signed_on, '-infinity') DESC, s.slug DESC LIMIT 3) row1(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT s.signed_on,s.withdrawn_on
FROM signature s
WHERE s.collective_action_id = row0.c7 AND is_valid_on(s.signed_on, s.withdrawn_on, NULL, $1::date)
ORDER BY coalesce(s.signed_on, '-infinity') DESC, s.slug DESC LIMIT 21) row1(c0,c1))
FROM (SELECT (a.folded_name)::text,a.slug,a.name,a.summary,a.target_year,a.source_id,coalesce((SELECT tr.name
FROM collective_action_translation tr
WHERE tr.collective_action_id = a.id AND tr.name IS NOT NULL AND tr.locale = ANY ($2::text[]) AND array_position($3::text[], tr.locale) < coalesce(array_position($4::text[], a.original_locale), $5)
ORDER BY array_position($6::text[], tr.locale) LIMIT 1), a.name),a.id
FROM collective_action a
WHERE true
ORDER BY a.folded_name ASC, a.slug ASC LIMIT 2) row0(c0,c1,c2,c3,c4,c5,c6,c7)) x

SELECT 0, x.*
FROM (SELECT count(*)
FROM collective_action a
WHERE true) x

SELECT 0,a.slug,a.target_year
FROM collective_action a
WHERE (a.folded_name, a.slug) > ($1::text, $2::text)
ORDER BY a.folded_name ASC, a.slug ASC LIMIT 21

SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2))
FROM (SELECT s.id,s_city.id,s_city.slug
FROM signature s
LEFT JOIN city s_city ON s_city.id = s.city_id
WHERE s.collective_action_id = row0.c3 AND is_valid_on(s.signed_on, s.withdrawn_on, NULL, utc_today()) AND (coalesce(s.signed_on, '-infinity'), s.slug) < ($1::date, $2::text)
ORDER BY coalesce(s.signed_on, '-infinity') DESC, s.slug DESC LIMIT 21) row1(c0,c1,c2))
FROM (SELECT t.slug, t.name,t.summary,t.id
FROM collective_action t
WHERE t.slug = $3::text) row0(c0,c1,c2,c3)

SELECT t.slug, coalesce((SELECT tr.summary
FROM collective_action_translation tr
WHERE tr.collective_action_id = t.id AND tr.summary IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.summary)
FROM collective_action t
WHERE t.slug = $3::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM signature s
WHERE s.collective_action_id = parent.id AND is_valid_on(s.signed_on, s.withdrawn_on, NULL, utc_today())) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM signature s
WHERE s.collective_action_id = parent.id AND is_valid_on(s.signed_on, s.withdrawn_on, NULL, $2::date)) x
