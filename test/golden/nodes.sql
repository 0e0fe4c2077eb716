SELECT t.slug, t.id,t.slug,t.name
FROM city t
WHERE t.slug = $1::text

SELECT t.code, t.code,t.id,t.code
FROM country t
WHERE t.code = $1::text

SELECT t.slug, t.slug,t.id,t.name
FROM network t
WHERE t.slug = $1::text

SELECT t.slug, t.slug,t.id,t.name
FROM initiative t
WHERE t.slug = $1::text

SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.slug
FROM city t
WHERE t.id = row0.c4) row1(c0))
FROM (SELECT t.slug, t.slug,t.id,CASE WHEN t.started_on > utc_today() THEN false WHEN t.ended_on IS NULL THEN t.ongoing ELSE is_valid_on(t.started_on, t.ended_on, t.ongoing, utc_today()) END,t.city_id
FROM membership t
WHERE t.slug = $1::text) row0(c0,c1,c2,c3,c4)

SELECT t.slug, t.slug,t.id,t.name
FROM collective_action t
WHERE t.slug = $1::text

SELECT t.slug, t.slug,t.id,t.signed_on
FROM signature t
WHERE t.slug = $1::text

SELECT t.slug, t.slug,t.id,t.title
FROM solution t
WHERE t.slug = ANY ($1::text[]) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.slug,t.id,t.status
FROM adoption t
WHERE t.slug = ANY ($1::text[]) AND EXISTS (SELECT
FROM solution v_t
WHERE v_t.id = t.solution_id AND v_t.visibility = 'PUBLIC' AND v_t.status <> 'DRAFT')

SELECT t.slug, t.slug,t.id,t.title
FROM action t
WHERE t.slug = $1::text

SELECT t.slug, t.slug,t.id,t.kind
FROM collaboration t
WHERE t.slug = $1::text

SELECT t.slug, t.slug,t.id,t.name
FROM city t
WHERE t.slug = ANY ($1::text[])

SELECT f.value, t.slug,t.id,t.name
FROM city_former_key f, city t
WHERE t.id = f.city_id AND f.scheme = $1 AND f.value = $2::text
