SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.slug
FROM network t
WHERE t.id = row0.c11) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT (c.folded_name)::text,c.slug
FROM collaboration_participant p
JOIN city c ON c.id = p.city_id
WHERE p.collaboration_id = row0.c12
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 3) row1(c0,c1)),(SELECT json_build_array(row1.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row0.c13) row1(c0))
FROM (SELECT (coalesce(o.started_on, '-infinity'))::text,o.slug,o.kind,o.title,coalesce((SELECT tr.title
FROM collaboration_translation tr
WHERE tr.collaboration_id = o.id AND tr.title IS NOT NULL AND tr.locale = $1::text AND o.original_locale <> $2::text LIMIT 1), o.title),o.original_locale,coalesce((SELECT tr.locale
FROM collaboration_translation tr
WHERE tr.collaboration_id = o.id AND tr.locale IS NOT NULL AND tr.locale = $3::text AND o.original_locale <> $4::text LIMIT 1), o.original_locale),o.started_on,o.ended_on,o.date_precision,o.partners,o.network_id,o.id,o.source_id
FROM collaboration o
WHERE true
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 5) row0(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13)) x

SELECT 0, x.*
FROM (SELECT count(*)
FROM collaboration o
WHERE true) x

SELECT 0,o.title
FROM collaboration o
WHERE o.kind = ANY ($1::text[])
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 21

SELECT 0,o.title
FROM collaboration o
WHERE EXISTS (SELECT
FROM network n_o
WHERE n_o.id = o.network_id AND EXISTS (SELECT
FROM initiative i_n_o
WHERE i_n_o.id = n_o.initiative_id AND i_n_o.slug = $1::text))
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 21

SELECT 0,o.started_on
FROM collaboration o
WHERE coalesce(o.started_on, '-infinity') >= $1::date AND coalesce(o.started_on, '-infinity') < $2::date AND o.started_on IS NOT NULL
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 21

SELECT 0,o.kind
FROM collaboration o
WHERE coalesce(o.started_on, '-infinity') = '-infinity'
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 21

SELECT 0,o.title
FROM collaboration o
WHERE EXISTS (SELECT
FROM collaboration_participant cp_o
JOIN city c_o ON c_o.id = cp_o.city_id
WHERE cp_o.collaboration_id = o.id AND c_o.country_id IN (SELECT country.id
FROM country
WHERE country.code = $1::text))
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 21

SELECT 0,o.started_on,o.kind
FROM collaboration o
WHERE true
ORDER BY coalesce(o.started_on, '-infinity') ASC, o.slug ASC LIMIT 3

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM collaboration_participant p
JOIN city c ON c.id = p.city_id
WHERE p.collaboration_id = parent.id) x
