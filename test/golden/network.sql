SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.slug
FROM initiative t
WHERE t.id = row0.c14) row1(c0)),(SELECT json_build_array(row1.c0)
FROM (SELECT t.slug
FROM network t
WHERE t.id = row0.c15) row1(c0)),(SELECT json_build_array(row1.c0,row1.c1)
FROM (SELECT t.name,t.url
FROM source t
WHERE t.id = row0.c18) row1(c0,c1))
FROM (SELECT t.slug, t.slug,t.name,coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.name),coalesce((SELECT f.name
FROM network_name f
WHERE f.network_id = t.id AND (f.valid_from IS NULL OR f.valid_from <= $3::date) AND f.valid_until > $4::date
ORDER BY f.valid_until LIMIT 1), t.name),coalesce((SELECT f.name
FROM network_name f
WHERE f.network_id = t.id AND (f.valid_from IS NULL OR f.valid_from <= $5::date) AND f.valid_until > $6::date
ORDER BY f.valid_until LIMIT 1), coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $7::text AND t.original_locale <> $8::text LIMIT 1), t.name)),coalesce((SELECT f.name
FROM network_name f
WHERE f.network_id = t.id AND (f.valid_from IS NULL OR f.valid_from <= $9::date) AND f.valid_until > $10::date
ORDER BY f.valid_until LIMIT 1), coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $11::text AND t.original_locale <> $12::text LIMIT 1), t.name)),t.original_locale,coalesce((SELECT tr.locale
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.locale IS NOT NULL AND tr.locale = ANY ($13::text[]) AND array_position($14::text[], tr.locale) < coalesce(array_position($15::text[], t.original_locale), $16)
ORDER BY array_position($17::text[], tr.locale) LIMIT 1), t.original_locale),t.summary,coalesce((SELECT tr.summary
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.summary IS NOT NULL AND tr.locale = $18::text AND t.original_locale <> $19::text LIMIT 1), t.summary),t.started_on,t.ended_on,t.date_precision,t.initiative_id,t.successor_id,t.id,coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $20::text AND t.original_locale <> $21::text LIMIT 1), t.name),t.source_id
FROM network t
WHERE t.slug = $22::text) row0(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17,c18)

SELECT row0.*, (SELECT json_build_array(row1.c0,row1.c1)
FROM (SELECT t.name,t.id
FROM network t
WHERE t.id = row0.c2) row1(c0,c1))
FROM (SELECT t.slug, t.ended_on,t.successor_id,t.id
FROM network t
WHERE t.slug = $1::text) row0(c0,c1,c2,c3)

SELECT t.slug, t.id
FROM network t
WHERE t.slug = $1::text

SELECT f.network_id, f.name, f.valid_from, f.valid_until
FROM network_name f
WHERE f.network_id = ANY ($1::integer[])
ORDER BY coalesce(f.valid_until, 'infinity') DESC, f.name

SELECT f.network_id, f.name, f.valid_from, f.valid_until
FROM network_name f
WHERE f.network_id = ANY ($1::integer[])
ORDER BY coalesce(f.valid_until, 'infinity') DESC, f.name

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL ( SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND m.role IN ('LEAD', 'CO_LEAD') AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.role DESC, c.folded_name, c.slug) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL ( SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND m.role IN ('LEAD', 'CO_LEAD') AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)
ORDER BY m.role DESC, c.folded_name, c.slug) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL ( SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND m.role IN ('LEAD', 'CO_LEAD') AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.role DESC, c.folded_name, c.slug) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL ( SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND m.role IN ('LEAD', 'CO_LEAD') AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)
ORDER BY m.role DESC, c.folded_name, c.slug) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL ( SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND m.role IN ('LEAD', 'CO_LEAD') AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.role DESC, c.folded_name, c.slug) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL ( SELECT n.id, shared.n, shared.n::float8 / (own.member_count + n.member_count - shared.n)
FROM network own
JOIN LATERAL ( SELECT b.network_id, count(*) AS n
FROM membership a
JOIN membership b ON b.city_id = a.city_id AND b.network_id <> a.network_id
WHERE a.network_id = own.id AND is_valid_on(a.started_on, a.ended_on, a.ongoing, utc_today()) AND is_valid_on(b.started_on, b.ended_on, b.ongoing, utc_today())
GROUP BY b.network_id ) shared ON true
JOIN network n ON n.id = shared.network_id
WHERE own.id = parent.id
ORDER BY 2 DESC, 3 DESC, n.slug LIMIT $2) x

SELECT t.id, t.slug
FROM network t
WHERE t.id = ANY ($1::integer[])
