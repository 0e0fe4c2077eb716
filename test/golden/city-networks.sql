SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT n.id,n.slug
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (fold(n.name) COLLATE "C")::text, n.slug,n.id,n.slug
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $3) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT n.id,n.slug
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date) AND (n.successor_id IS NULL AND (n.ended_on IS NULL OR n.ended_on > utc_today())) IS TRUE
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $3) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(m.started_on, '-infinity'))::text, m.slug,m.id,m.slug,m.role,m.started_on,m.ended_on,CASE WHEN m.started_on > utc_today() THEN false WHEN m.ended_on IS NULL THEN m.ongoing ELSE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) END,m.date_precision,m.city_id,m.network_id,m.source_id,m_city.id,m_city.slug,m_network.id,m_network.slug
FROM membership m
LEFT JOIN city m_city ON m_city.id = m.city_id
LEFT JOIN network m_network ON m_network.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(m.started_on, '-infinity'))::text, m.slug,m.id,m.started_on,CASE WHEN m.started_on > utc_today() THEN false WHEN m.ended_on IS NULL THEN m.ongoing ELSE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) END
FROM membership m
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT $3) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT m.id,CASE WHEN m.started_on > utc_today() THEN false WHEN m.ended_on IS NULL THEN m.ongoing ELSE is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) END,m.ended_on,m.network_id,m_network.id,m_network.slug
FROM membership m
LEFT JOIN network m_network ON m_network.id = m.network_id
WHERE m.city_id = parent.id
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
WHERE m.city_id = parent.id) x

SELECT t.id, t.id,t.name
FROM source t
WHERE t.id = $1::integer
