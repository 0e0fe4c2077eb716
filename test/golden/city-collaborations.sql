SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(o.started_on, '-infinity'))::text, o.slug,o.id,o.kind,o.started_on
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = parent.id
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = parent.id) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT o.id,o.started_on
FROM collaboration_participant p
JOIN collaboration o ON o.id = p.collaboration_id
WHERE p.city_id = parent.id AND o.kind = $2::text
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT $3) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (peer.strength)::text, c.slug,peer.strength,peer.collaboration_count,(SELECT count(*)
FROM membership a
JOIN membership b ON b.network_id = a.network_id
WHERE a.city_id = parent.id AND b.city_id = peer.city_id AND is_valid_on(a.started_on, a.ended_on, a.ongoing, utc_today()) AND is_valid_on(b.started_on, b.ended_on, b.ongoing, utc_today())),peer.first_on,peer.last_on,c.id,c.slug
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
CROSS JOIN LATERAL (SELECT count(*)
FROM ( SELECT other.city_id, sum(1.0 / (o.participant_count - 1)) AS strength, count(*) AS collaboration_count, min(o.started_on) AS first_on, max(o.started_on) AS last_on
FROM collaboration_participant own
JOIN collaboration o ON o.id = own.collaboration_id
JOIN collaboration_participant other ON other.collaboration_id = own.collaboration_id AND other.city_id <> own.city_id
WHERE own.city_id = parent.id AND true
GROUP BY other.city_id ) peer
JOIN city c ON c.id = peer.city_id
WHERE true) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.slug
FROM ( SELECT other.city_id, sum(1.0 / (o.participant_count - 1)) AS strength, count(*) AS collaboration_count, min(o.started_on) AS first_on, max(o.started_on) AS last_on
FROM collaboration_participant own
JOIN collaboration o ON o.id = own.collaboration_id
JOIN collaboration_participant other ON other.collaboration_id = own.collaboration_id AND other.city_id <> own.city_id
WHERE own.city_id = parent.id AND o.kind = ANY ($2::text[])
GROUP BY other.city_id ) peer
JOIN city c ON c.id = peer.city_id
WHERE true
ORDER BY peer.strength DESC, c.slug DESC LIMIT $3) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT (coalesce(s.signed_on, '-infinity'))::text, s.slug,s.id,s.signed_on,s.withdrawn_on
FROM signature s
WHERE s.city_id = parent.id
ORDER BY coalesce(s.signed_on, '-infinity') DESC, s.slug DESC LIMIT $2) x

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM signature s
WHERE s.city_id = parent.id) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.id,c.slug
FROM collaboration_participant p
JOIN city c ON c.id = p.city_id
WHERE p.collaboration_id = parent.id
ORDER BY fold(c.name) COLLATE "C" ASC, c.slug ASC LIMIT $2) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM collaboration_participant p
JOIN city c ON c.id = p.city_id
WHERE p.collaboration_id = parent.id) x
