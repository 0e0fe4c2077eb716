SELECT t.slug, t.id,t.name
FROM city t
WHERE t.slug = $1::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT n.id,n.name
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT m.id,m.role,m.started_on,m.network_id,m_network.id,m_network.name
FROM membership m
LEFT JOIN network m_network ON m_network.id = m.network_id
WHERE m.city_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT s.id,s.title
FROM solution s
WHERE s.city_id = parent.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT o.id,o.kind,o.started_on
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = parent.id
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT peer.strength,c.id,c.name
FROM ( SELECT other.city_id, sum(1.0 / (o.participant_count - 1)) AS strength, count(*) AS collaboration_count, min(o.started_on) AS first_on, max(o.started_on) AS last_on
FROM collaboration_participant own
JOIN collaboration o ON o.id = own.collaboration_id
JOIN collaboration_participant other ON other.collaboration_id = own.collaboration_id AND other.city_id <> own.city_id
WHERE own.city_id = parent.id AND true
GROUP BY other.city_id ) peer
JOIN city c ON c.id = peer.city_id
WHERE true
ORDER BY peer.strength DESC, c.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT a.id,a.kind,a.city_id,a_city.id,a_city.name
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
WHERE a.solution_id = parent.id AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT $2) x
