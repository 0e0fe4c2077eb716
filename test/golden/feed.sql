SELECT 0, x.*
FROM (SELECT row0.*, (SELECT json_build_array(row1.c0,row1.c1,(SELECT json_build_array(row2.c0)
FROM (SELECT t.name
FROM country t
WHERE t.id = row1.c1) row2(c0)))
FROM (SELECT t.name,t.country_id
FROM city t
WHERE t.id = row0.c4) row1(c0,c1)),(SELECT json_agg(json_build_array(row1.c0,row1.c1,(SELECT json_build_array(row2.c0)
FROM (SELECT t.name
FROM initiative t
WHERE t.id = row1.c1) row2(c0))))
FROM (SELECT n.name,n.initiative_id
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = row0.c5
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 6) row1(c0,c1))
FROM (SELECT (coalesce(s.published_at, '-infinity'))::text,s.slug,s.title,to_char(s.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),s.city_id,s.id
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 51) row0(c0,c1,c2,c3,c4,c5)) x
