SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.slug
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT (n.folded_name)::text,n.slug
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $1::date)
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.slug
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date) AND (n.successor_id IS NULL AND (n.ended_on IS NULL OR n.ended_on > utc_today())) IS TRUE
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4,row1.c5,row1.c6,row1.c7,row1.c8,row1.c9,row1.c10,row1.c11,(SELECT json_build_array(row2.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row1.c7) row2(c0))))
FROM (SELECT (coalesce(m.started_on, '-infinity'))::text,m.slug,m.role,m.started_on,m.ended_on,CASE WHEN m.started_on > utc_today() THEN false WHEN m.ended_on IS NULL THEN m.ongoing ELSE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) END,m.date_precision,m.source_id,m_city.id,m_city.slug,m_network.id,m_network.slug
FROM membership m
LEFT JOIN city m_city ON m_city.id = m.city_id
LEFT JOIN network m_network ON m_network.id = m.network_id
WHERE m.city_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT 2) row1(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3))
FROM (SELECT (coalesce(m.started_on, '-infinity'))::text,m.slug,m.started_on,CASE WHEN m.started_on > utc_today() THEN false WHEN m.ended_on IS NULL THEN m.ongoing ELSE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) END
FROM membership m
WHERE m.city_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $3::date)
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT 21) row1(c0,c1,c2,c3)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3))
FROM (SELECT CASE WHEN m.started_on > utc_today() THEN false WHEN m.ended_on IS NULL THEN m.ongoing ELSE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) END,m.ended_on,m_network.id,m_network.slug
FROM membership m
LEFT JOIN network m_network ON m_network.id = m.network_id
WHERE m.city_id = row0.c1
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT 21) row1(c0,c1,c2,c3))
FROM (SELECT t.slug, t.id
FROM city t
WHERE t.slug = $4::text) row0(c0,c1)

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
WHERE m.city_id = parent.id) x
