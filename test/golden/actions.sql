SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.slug
FROM city t
WHERE t.id = row0.c11) row1(c0)),(SELECT json_build_array(row1.c0,row1.c1)
FROM (SELECT t.title,t.reported_on
FROM action t
WHERE t.id = row0.c13) row1(c0,c1)),(SELECT json_build_array(row1.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row0.c14) row1(c0))
FROM (SELECT (a.reported_on)::text,a.slug,a.title,coalesce((SELECT tr.title
FROM action_translation tr
WHERE tr.action_id = a.id AND tr.title IS NOT NULL AND tr.locale = $1::text AND a.original_locale <> $2::text LIMIT 1), a.title),a.original_locale,coalesce((SELECT tr.locale
FROM action_translation tr
WHERE tr.action_id = a.id AND tr.locale IS NOT NULL AND tr.locale = $3::text AND a.original_locale <> $4::text LIMIT 1), a.original_locale),a.sector,a.status,a.reported_on,a.date_precision,a.influences,a.city_id,a.id,a.revision_of_id,a.source_id
FROM action a
WHERE true
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 4) row0(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14)) x

SELECT 0, x.*
FROM (SELECT count(*)
FROM action a
WHERE true) x

SELECT 0,a.title
FROM action a
WHERE a.sector = $1::text
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0,a.title
FROM action a
WHERE a.reported_on = $1::date
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0,a.reported_on
FROM action a
WHERE a.reported_on > $1::date AND a.reported_on <= $2::date AND a.reported_on IS NOT NULL
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0,a.reported_on
FROM action a
WHERE a.reported_on >= $1::date AND a.reported_on < $2::date
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0, x.*
FROM (SELECT count(*)
FROM action a
WHERE (a.influences <> '{}') = $1::boolean) x

SELECT 0,a.title,a.influences
FROM action a
WHERE (a.influences <> '{}') = $1::boolean
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0,a.title
FROM action a
WHERE EXISTS (SELECT
FROM city c_a
WHERE c_a.id = a.city_id AND c_a.folded_name LIKE fold($1::text))
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0,a.title
FROM action a
WHERE EXISTS (SELECT
FROM action_network an_a
JOIN network n_a ON n_a.id = an_a.network_id
WHERE an_a.action_id = a.id AND n_a.slug = $1::text)
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL ( SELECT n.slug
FROM action_network an
JOIN network n ON n.id = an.network_id
WHERE an.action_id = parent.id
ORDER BY n.folded_name, n.slug) x
