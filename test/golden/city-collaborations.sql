SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4,(SELECT json_agg(json_build_array(row2.c0))
FROM (SELECT c.slug
FROM collaboration_participant p
JOIN city c ON c.id = p.city_id
WHERE p.collaboration_id = row1.c4
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 6) row2(c0))))
FROM (SELECT (p.started_on)::text,p.collaboration_slug,o.kind,o.started_on,o.id
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = row0.c1
ORDER BY p.started_on DESC, p.collaboration_slug DESC LIMIT 4) row1(c0,c1,c2,c3,c4)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT o.started_on
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = row0.c1 AND o.kind = $1::text
ORDER BY p.started_on DESC, p.collaboration_slug DESC LIMIT 21) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4,row1.c5,row1.c6,row1.c7))
FROM (SELECT (peer.strength)::text,peer.peer_slug,peer.strength,peer.collaboration_count,(SELECT count(*)
FROM membership a
JOIN membership b ON b.network_id = a.network_id
WHERE a.city_id = row0.c1 AND b.city_id = peer.peer_id AND is_valid_on(a.started_on, a.ended_on, a.ongoing, utc_today()) AND is_valid_on(b.started_on, b.ended_on, b.ongoing, utc_today())),peer.first_on,peer.last_on,c.slug
FROM peer
JOIN city c ON c.id = peer.peer_id
WHERE peer.city_id = row0.c1
ORDER BY peer.strength DESC, peer.peer_slug DESC LIMIT 4) row1(c0,c1,c2,c3,c4,c5,c6,c7)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT c.slug
FROM ( SELECT other.city_id AS peer_id, sum(1.0 / (o.participant_count - 1)) AS strength, count(*) AS collaboration_count, min(o.started_on) AS first_on, max(o.started_on) AS last_on
FROM collaboration_participant own
JOIN collaboration o ON o.id = own.collaboration_id
JOIN collaboration_participant other ON other.collaboration_id = own.collaboration_id AND other.city_id <> own.city_id
WHERE own.city_id = row0.c1 AND o.kind = ANY ($2::text[])
GROUP BY other.city_id ) peer
JOIN city c ON c.id = peer.peer_id
WHERE true
ORDER BY peer.strength DESC, c.slug DESC LIMIT 21) row1(c0)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3))
FROM (SELECT (coalesce(s.signed_on, '-infinity'))::text,s.slug,s.signed_on,s.withdrawn_on
FROM signature s
WHERE s.city_id = row0.c1
ORDER BY coalesce(s.signed_on, '-infinity') DESC, s.slug DESC LIMIT 6) row1(c0,c1,c2,c3))
FROM (SELECT t.slug, t.id
FROM city t
WHERE t.slug = $3::text) row0(c0,c1)

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = parent.id) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM peer
JOIN city c ON c.id = peer.peer_id
WHERE peer.city_id = parent.id) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM signature s
WHERE s.city_id = parent.id) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM collaboration_participant p
JOIN city c ON c.id = p.city_id
WHERE p.collaboration_id = parent.id) x
