SELECT 0, x.*
FROM (SELECT n.id,n.summary
FROM network n
WHERE true
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $1) x

SELECT 0, x.*
FROM (SELECT n.id
FROM network n
WHERE true
ORDER BY fold(n.name) COLLATE "C" DESC, n.slug DESC LIMIT $1) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT m.role,c.id,c.name,c.unlocode,c.country_id
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.name
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x
