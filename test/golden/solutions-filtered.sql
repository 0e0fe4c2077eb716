SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.sector = $1::text AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.sector = ANY ($1::text[]) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,to_char(s.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
FROM solution s
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') >= $1::timestamptz AND coalesce(s.published_at, '-infinity') < $2::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug,to_char(s.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
FROM solution s
WHERE s.status = 'PUBLISHED' AND coalesce(s.published_at, '-infinity') > $1::timestamptz AND coalesce(s.published_at, '-infinity') <= $2::timestamptz AND s.published_at IS NOT NULL AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0, x.*
FROM (SELECT count(*)
FROM solution s
WHERE s.status <> 'WITHDRAWN' AND s.status = $1::text AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT') x

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.id IN (SELECT d.id
FROM solution d
WHERE ((text_search_configuration(d.original_locale) = 'pg_catalog.english'::regconfig AND solution_document(d.original_locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.english', fold($1))) OR (text_search_configuration(d.original_locale) = 'pg_catalog.spanish'::regconfig AND solution_document(d.original_locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.spanish', fold($2))) OR (text_search_configuration(d.original_locale) = 'pg_catalog.simple'::regconfig AND solution_document(d.original_locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.simple', fold($3))))
UNION ALL SELECT d.solution_id
FROM solution_translation d
WHERE ((text_search_configuration(d.locale) = 'pg_catalog.english'::regconfig AND solution_document(d.locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.english', fold($4))) OR (text_search_configuration(d.locale) = 'pg_catalog.spanish'::regconfig AND solution_document(d.locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.spanish', fold($5))) OR (text_search_configuration(d.locale) = 'pg_catalog.simple'::regconfig AND solution_document(d.locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.simple', fold($6))))) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.id IN (SELECT d.id
FROM solution d
WHERE (unspaced_characters(fold(d.title || ' ' || d.summary || ' ' || coalesce(d.body, ''))) @> unspaced_characters(fold($1)) AND fold(d.title || ' ' || d.summary || ' ' || coalesce(d.body, '')) LIKE fold($2))
UNION ALL SELECT d.solution_id
FROM solution_translation d
WHERE (unspaced_characters(fold(d.title || ' ' || d.summary || ' ' || coalesce(d.body, ''))) @> unspaced_characters(fold($3)) AND fold(d.title || ' ' || d.summary || ' ' || coalesce(d.body, '')) LIKE fold($4))) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND EXISTS (SELECT
FROM city c_s
WHERE c_s.id = s.city_id AND c_s.country_id IN (SELECT country.id
FROM country
WHERE country.code = $1::text)) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND EXISTS (SELECT
FROM solution_network sn_s
JOIN network n_s ON n_s.id = sn_s.network_id
WHERE sn_s.solution_id = s.id AND n_s.slug = $1::text) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND EXISTS (SELECT
FROM solution_network sn_s
JOIN network ni_s ON ni_s.id = sn_s.network_id
JOIN initiative i_s ON i_s.id = ni_s.initiative_id
WHERE sn_s.solution_id = s.id AND i_s.slug = $1::text) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.slug = $1::text AND s.slug = ANY ($2::text[]) AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21

SELECT 0,s.slug
FROM solution s
WHERE s.status = 'PUBLISHED' AND EXISTS (SELECT
FROM city c_s
WHERE c_s.id = s.city_id AND c_s.region = $1::text) AND ((s.sector = $2::text) OR (s.id IN (SELECT d.id
FROM solution d
WHERE ((text_search_configuration(d.original_locale) = 'pg_catalog.english'::regconfig AND solution_document(d.original_locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.english', fold($3))) OR (text_search_configuration(d.original_locale) = 'pg_catalog.spanish'::regconfig AND solution_document(d.original_locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.spanish', fold($4))) OR (text_search_configuration(d.original_locale) = 'pg_catalog.simple'::regconfig AND solution_document(d.original_locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.simple', fold($5))))
UNION ALL SELECT d.solution_id
FROM solution_translation d
WHERE ((text_search_configuration(d.locale) = 'pg_catalog.english'::regconfig AND solution_document(d.locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.english', fold($6))) OR (text_search_configuration(d.locale) = 'pg_catalog.spanish'::regconfig AND solution_document(d.locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.spanish', fold($7))) OR (text_search_configuration(d.locale) = 'pg_catalog.simple'::regconfig AND solution_document(d.locale, d.title, d.summary, d.body) @@ websearch_to_tsquery('pg_catalog.simple', fold($8))))))) AND (EXISTS (SELECT
FROM solution_network sn_s
JOIN network n_s ON n_s.id = sn_s.network_id
WHERE sn_s.solution_id = s.id AND (n_s.successor_id IS NULL AND (n_s.ended_on IS NULL OR n_s.ended_on > utc_today())) IS NOT TRUE)) IS NOT TRUE AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 21
