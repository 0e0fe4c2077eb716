SELECT 0,c.slug
FROM city c
WHERE EXISTS (SELECT
FROM membership m_c
JOIN network n_c ON n_c.id = m_c.network_id
WHERE m_c.city_id = c.id AND is_valid_on(m_c.started_on, m_c.ended_on, m_c.ongoing, utc_today()) AND EXISTS (SELECT
FROM initiative i_n_c
WHERE i_n_c.id = n_c.initiative_id AND i_n_c.slug = $1::text))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0, x.*
FROM (SELECT count(*)
FROM city c
WHERE EXISTS (SELECT
FROM membership m_c
JOIN network n_c ON n_c.id = m_c.network_id
WHERE m_c.city_id = c.id AND is_valid_on(m_c.started_on, m_c.ended_on, m_c.ongoing, utc_today()) AND EXISTS (SELECT
FROM initiative i_n_c
WHERE i_n_c.id = n_c.initiative_id AND i_n_c.slug = $1::text))) x

SELECT 0,c.slug
FROM city c
WHERE EXISTS (SELECT
FROM solution s_c
WHERE s_c.city_id = c.id AND s_c.status = 'PUBLISHED' AND s_c.visibility = 'PUBLIC' AND s_c.status <> 'DRAFT' AND s_c.sector = ANY ($1::text[]))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,c.slug
FROM city c
WHERE EXISTS (SELECT
FROM membership m_c
JOIN network n_c ON n_c.id = m_c.network_id
WHERE m_c.city_id = c.id AND is_valid_on(m_c.started_on, m_c.ended_on, m_c.ongoing, utc_today()) AND (n_c.successor_id IS NULL AND (n_c.ended_on IS NULL OR n_c.ended_on > utc_today())) IS TRUE) AND EXISTS (SELECT
FROM solution s_c
WHERE s_c.city_id = c.id AND s_c.status = 'PUBLISHED' AND s_c.visibility = 'PUBLIC' AND s_c.status <> 'DRAFT' AND EXISTS (SELECT
FROM solution_network sn_s_c
JOIN network n_s_c ON n_s_c.id = sn_s_c.network_id
WHERE sn_s_c.solution_id = s_c.id AND n_s_c.slug = $1::text))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21
