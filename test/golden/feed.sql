SELECT 0, x.*
FROM (SELECT (coalesce(s.published_at, '-infinity'))::text, s.slug,s.id,s.title,to_char(s.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),s.city_id
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT $1) x

SELECT t.id, t.id,t.name,t.country_id
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT n.id,n.name,n.initiative_id
FROM solution_network sn
JOIN network n ON n.id = sn.network_id
WHERE sn.solution_id = parent.id
ORDER BY fold(n.name) COLLATE "C" ASC, n.slug ASC LIMIT $2) x

SELECT t.id, t.id,t.name
FROM country t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.id,t.name
FROM initiative t
WHERE t.id = ANY ($1::integer[])
