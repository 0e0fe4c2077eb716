SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT n.name
FROM membership m
JOIN network n ON n.id = m.network_id
WHERE m.city_id = row0.c2 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 11) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3))
FROM (SELECT m.role,m.started_on,m_network.id,m_network.name
FROM membership m
LEFT JOIN network m_network ON m_network.id = m.network_id
WHERE m.city_id = row0.c2 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY coalesce(m.started_on, '-infinity') DESC, m.slug DESC LIMIT 11) row1(c0,c1,c2,c3)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,(SELECT json_agg(json_build_array(row2.c0,row2.c1,row2.c2))
FROM (SELECT a.kind,a_city.id,a_city.name
FROM adoption a
LEFT JOIN city a_city ON a_city.id = a.city_id
WHERE a.solution_id = row1.c1 AND EXISTS (SELECT
FROM solution v_a
WHERE v_a.id = a.solution_id AND v_a.visibility = 'PUBLIC' AND v_a.status <> 'DRAFT')
ORDER BY coalesce(a.adopted_on, '-infinity') DESC, a.slug DESC LIMIT 6) row2(c0,c1,c2))))
FROM (SELECT s.title,s.id
FROM solution s
WHERE s.city_id = row0.c2 AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 11) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT o.kind,o.started_on
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = row0.c2
ORDER BY p.started_on DESC, p.collaboration_slug DESC LIMIT 11) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT peer.strength,c.name
FROM peer
JOIN city c ON c.id = peer.peer_id
WHERE peer.city_id = row0.c2
ORDER BY peer.strength DESC, peer.peer_slug DESC LIMIT 11) row1(c0,c1))
FROM (SELECT t.slug, t.name,t.id
FROM city t
WHERE t.slug = $1::text) row0(c0,c1,c2)
