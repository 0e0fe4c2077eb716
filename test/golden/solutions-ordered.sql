SELECT 0,(coalesce(s.published_at, '-infinity'))::text,to_char(s.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 5

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') ASC, s.slug ASC LIMIT 3

SELECT 0,(fold(s.title) COLLATE "C")::text,s.slug,s.title
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY fold(s.title) COLLATE "C" ASC, s.slug ASC LIMIT 4

SELECT 0,(s.adoption_count)::text,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY s.adoption_count DESC, s.slug DESC LIMIT 4
