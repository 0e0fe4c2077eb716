SELECT 0, x.*
FROM (SELECT n.id,n.slug
FROM network n
WHERE n.slug = ANY (ARRAY(SELECT v
FROM unnest($1::text[]) v))
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT (fold(c.name) COLLATE "C")::text, c.slug,m.role,m.started_on,c.id,c.name
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.slug,c.population
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) AND c.region = $2::text
ORDER BY coalesce(c.population, -1) DESC, c.slug DESC LIMIT $3) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT m.role,c.id,c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $3) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY c.network_count DESC, c.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY c.solution_count DESC, c.slug DESC LIMIT $2) x
