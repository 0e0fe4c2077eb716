SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT t.id, t.slug
FROM city t
WHERE t.id = $1::integer

SELECT ARRAY(SELECT n.id
FROM network n
JOIN membership a ON a.network_id = n.id AND a.city_id = p.own AND is_valid_on(a.started_on, a.ended_on, a.ongoing, utc_today())
JOIN membership b ON b.network_id = n.id AND b.city_id = p.other AND is_valid_on(b.started_on, b.ended_on, b.ongoing, utc_today())
GROUP BY n.id
ORDER BY n.slug), (SELECT count(*)
FROM adoption a
JOIN solution s ON s.id = a.solution_id
WHERE s.city_id = p.own AND a.city_id = p.other AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'), (SELECT count(*)
FROM adoption a
JOIN solution s ON s.id = a.solution_id
WHERE s.city_id = p.other AND a.city_id = p.own AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'), CASE WHEN own.region = other.region THEN own.region END, CASE WHEN own.population > 0 AND 2.0 * own.population >= other.population AND 2.0 * other.population >= own.population THEN ARRAY[own.population, other.population] END
FROM unnest($1::integer[], $2::integer[]) WITH ORDINALITY AS p(own, other, place)
JOIN city own ON own.id = p.own
JOIN city other ON other.id = p.other
ORDER BY p.place

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT ARRAY(SELECT n.id
FROM network n
JOIN membership a ON a.network_id = n.id AND a.city_id = p.own AND is_valid_on(a.started_on, a.ended_on, a.ongoing, utc_today())
JOIN membership b ON b.network_id = n.id AND b.city_id = p.other AND is_valid_on(b.started_on, b.ended_on, b.ongoing, utc_today())
GROUP BY n.id
ORDER BY n.slug), (SELECT count(*)
FROM adoption a
JOIN solution s ON s.id = a.solution_id
WHERE s.city_id = p.own AND a.city_id = p.other AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'), (SELECT count(*)
FROM adoption a
JOIN solution s ON s.id = a.solution_id
WHERE s.city_id = p.other AND a.city_id = p.own AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'), CASE WHEN own.region = other.region THEN own.region END, CASE WHEN own.population > 0 AND 2.0 * own.population >= other.population AND 2.0 * other.population >= own.population THEN ARRAY[own.population, other.population] END
FROM unnest($1::integer[], $2::integer[]) WITH ORDINALITY AS p(own, other, place)
JOIN city own ON own.id = p.own
JOIN city other ON other.id = p.other
ORDER BY p.place

SELECT t.id, t.name
FROM city t
WHERE t.id = ANY ($1::integer[])

SELECT t.id, coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.name)
FROM network t
WHERE t.id = ANY ($3::integer[])

SELECT t.id, coalesce((SELECT tr.name
FROM city_name tr
WHERE tr.city_id = t.id AND tr.preferred AND tr.locale = $1::text AND 'en' <> $2::text LIMIT 1), t.name)
FROM city t
WHERE t.id = ANY ($3::integer[])

SELECT t.id, coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.name)
FROM network t
WHERE t.id = ANY ($3::integer[])

SELECT t.id, coalesce((SELECT tr.name
FROM city_name tr
WHERE tr.city_id = t.id AND tr.preferred AND tr.locale = $1::text AND 'en' <> $2::text LIMIT 1), t.name)
FROM city t
WHERE t.id = ANY ($3::integer[])

SELECT t.id, coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.name)
FROM network t
WHERE t.id = ANY ($3::integer[])

SELECT t.id, t.slug
FROM network t
WHERE t.id = $1::integer

SELECT t.id, coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = t.id AND tr.name IS NOT NULL AND tr.locale = $1::text AND t.original_locale <> $2::text LIMIT 1), t.name)
FROM network t
WHERE t.id = ANY ($3::integer[])
