SELECT 0, x.*
FROM (SELECT n.id,n.name
FROM network n
WHERE true
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $1) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.name
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT s.id,s.title
FROM solution s
WHERE s.city_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT $2) x
