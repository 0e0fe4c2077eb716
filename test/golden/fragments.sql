SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,row1.c2,row1.c3,row1.c4))
FROM (SELECT m.role,c.name,c.unlocode,c_country.id,c_country.code
FROM membership m
JOIN city c ON c.id = m.city_id
LEFT JOIN country c_country ON c_country.id = c.country_id
WHERE m.network_id = row0.c0 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.city_name ASC, m.city_slug ASC LIMIT 2) row1(c0,c1,c2,c3,c4))
FROM (SELECT n.id,n.summary
FROM network n
WHERE true
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 3) row0(c0,c1)) x

SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0))
FROM (SELECT c.name
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c0 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.city_name ASC, m.city_slug ASC LIMIT 2) row1(c0))
FROM (SELECT n.id
FROM network n
WHERE true
ORDER BY n.folded_name DESC, n.slug DESC LIMIT 3) row0(c0)) x
