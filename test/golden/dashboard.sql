SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_agg(json_build_array(row1.c0,row1.c1,(SELECT json_agg(json_build_array(row2.c0))
FROM (SELECT s.title
FROM solution s
WHERE s.city_id = row1.c1 AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 4) row2(c0))))
FROM (SELECT c.name,c.id
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = row0.c1 AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())
ORDER BY m.city_name ASC, m.city_slug ASC LIMIT 11) row1(c0,c1))
FROM (SELECT n.name,n.id
FROM network n
WHERE true
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21) row0(c0,c1)) x
