SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT' AND (coalesce(s.published_at, '-infinity'), s.slug) < ($1::timestamptz, $2::text)
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 3

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT' AND (coalesce(s.published_at, '-infinity'), s.slug) > ($1::timestamptz, $2::text)
ORDER BY coalesce(s.published_at, '-infinity') ASC, s.slug ASC LIMIT 2
