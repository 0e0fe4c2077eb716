SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4))
FROM (SELECT (m.city_name)::text,m.city_slug,m.role,m.started_on,c.name
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.city_name ASC, m.city_slug ASC LIMIT 3) row1(c0,c1,c2,c3,c4)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT c.slug,c.population
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today()) AND c.region = $1::text
ORDER BY m.city_population DESC, m.city_slug DESC LIMIT 21) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0,row1.c1))
FROM (SELECT m.role,c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)
ORDER BY m.city_name ASC, m.city_slug ASC LIMIT 6) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY c.network_count DESC, m.city_slug DESC LIMIT 3) row1(c0)),(SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT c.slug
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY c.solution_count DESC, m.city_slug DESC LIMIT 3) row1(c0))
FROM (SELECT n.slug,n.id
FROM network n
WHERE n.slug = ANY (ARRAY(SELECT v
FROM unnest($3::text[]) v))
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row0(c0,c1)) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, $2::date)) x
