SELECT h.type, h.slug, h.score, (h.score)::text,h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(CASE WHEN name = fold($1) THEN 1 WHEN starts_with(name, fold($2)) THEN 0.85 WHEN strpos(name, fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), name) + 0.3 * similarity(fold($5), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city t
WHERE (fold($6) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($7)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($8) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($9)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(CASE WHEN name = fold($10) THEN 1 WHEN starts_with(name, fold($11)) THEN 0.85 WHEN strpos(name, fold($12)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($13), name) + 0.3 * similarity(fold($14), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM network t
WHERE (fold($15) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($16)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($17) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($18)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($19) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($20)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(CASE WHEN name = fold($21) THEN 1 WHEN starts_with(name, fold($22)) THEN 0.85 WHEN strpos(name, fold($23)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($24), name) + 0.3 * similarity(fold($25), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM initiative t
WHERE (fold($26) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($27)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($28) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($29)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(CASE WHEN name = fold($30) THEN 1 WHEN starts_with(name, fold($31)) THEN 0.85 WHEN strpos(name, fold($32)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($33), name) + 0.3 * similarity(fold($34), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, fold(t.title) AS name, 0.5 AS weight
FROM solution t
WHERE (fold($35) <% fold(t.title) OR fold(t.title) COLLATE "C" LIKE fold($36)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.title) AS name, 0.5 AS weight
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($37) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($38)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)) found
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 6

SELECT count(*)
FROM (SELECT 'City' AS type, slug, round(max(CASE WHEN name = fold($1) THEN 1 WHEN starts_with(name, fold($2)) THEN 0.85 WHEN strpos(name, fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), name) + 0.3 * similarity(fold($5), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city t
WHERE (fold($6) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($7)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($8) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($9)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(CASE WHEN name = fold($10) THEN 1 WHEN starts_with(name, fold($11)) THEN 0.85 WHEN strpos(name, fold($12)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($13), name) + 0.3 * similarity(fold($14), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM network t
WHERE (fold($15) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($16)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($17) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($18)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($19) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($20)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(CASE WHEN name = fold($21) THEN 1 WHEN starts_with(name, fold($22)) THEN 0.85 WHEN strpos(name, fold($23)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($24), name) + 0.3 * similarity(fold($25), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM initiative t
WHERE (fold($26) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($27)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($28) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($29)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(CASE WHEN name = fold($30) THEN 1 WHEN starts_with(name, fold($31)) THEN 0.85 WHEN strpos(name, fold($32)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($33), name) + 0.3 * similarity(fold($34), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, fold(t.title) AS name, 0.5 AS weight
FROM solution t
WHERE (fold($35) <% fold(t.title) OR fold(t.title) COLLATE "C" LIKE fold($36)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.title) AS name, 0.5 AS weight
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($37) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($38)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)) found
GROUP BY slug) h

SELECT h.type, h.slug, h.score, (h.score)::text,h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(CASE WHEN name = fold($1) THEN 1 WHEN starts_with(name, fold($2)) THEN 0.85 WHEN strpos(name, fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), name) + 0.3 * similarity(fold($5), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city t
WHERE (fold($6) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($7)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($8) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($9)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(CASE WHEN name = fold($10) THEN 1 WHEN starts_with(name, fold($11)) THEN 0.85 WHEN strpos(name, fold($12)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($13), name) + 0.3 * similarity(fold($14), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM network t
WHERE (fold($15) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($16)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($17) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($18)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($19) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($20)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(CASE WHEN name = fold($21) THEN 1 WHEN starts_with(name, fold($22)) THEN 0.85 WHEN strpos(name, fold($23)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($24), name) + 0.3 * similarity(fold($25), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM initiative t
WHERE (fold($26) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($27)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($28) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($29)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(CASE WHEN name = fold($30) THEN 1 WHEN starts_with(name, fold($31)) THEN 0.85 WHEN strpos(name, fold($32)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($33), name) + 0.3 * similarity(fold($34), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, fold(t.title) AS name, 0.5 AS weight
FROM solution t
WHERE (fold($35) <% fold(t.title) OR fold(t.title) COLLATE "C" LIKE fold($36)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.title) AS name, 0.5 AS weight
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($37) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($38)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)) found
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 21

SELECT h.type, h.slug, h.score, (h.score)::text,h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(CASE WHEN name = fold($1) THEN 1 WHEN starts_with(name, fold($2)) THEN 0.85 WHEN strpos(name, fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), name) + 0.3 * similarity(fold($5), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city t
WHERE (fold($6) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($7)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($8) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($9)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(CASE WHEN name = fold($10) THEN 1 WHEN starts_with(name, fold($11)) THEN 0.85 WHEN strpos(name, fold($12)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($13), name) + 0.3 * similarity(fold($14), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM network t
WHERE (fold($15) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($16)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($17) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($18)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($19) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($20)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(CASE WHEN name = fold($21) THEN 1 WHEN starts_with(name, fold($22)) THEN 0.85 WHEN strpos(name, fold($23)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($24), name) + 0.3 * similarity(fold($25), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM initiative t
WHERE (fold($26) <% t.folded_name OR t.folded_name COLLATE "C" LIKE fold($27)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($28) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($29)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(CASE WHEN name = fold($30) THEN 1 WHEN starts_with(name, fold($31)) THEN 0.85 WHEN strpos(name, fold($32)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($33), name) + 0.3 * similarity(fold($34), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, fold(t.title) AS name, 0.5 AS weight
FROM solution t
WHERE (fold($35) <% fold(t.title) OR fold(t.title) COLLATE "C" LIKE fold($36)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.title) AS name, 0.5 AS weight
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($37) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($38)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)) found
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 2

SELECT h.type, h.slug, h.score, (h.score)::text,h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(CASE WHEN name = fold($1) THEN 1 WHEN starts_with(name, fold($2)) THEN 0.85 WHEN strpos(name, fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), name) + 0.3 * similarity(fold($5), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city t
WHERE (unspaced_characters(t.folded_name) @> unspaced_characters(fold($6)) AND t.folded_name LIKE fold($7)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, least(1, ln(1 + coalesce(t.population, 0)) / 20) AS weight
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (unspaced_characters(fold(n.name)) @> unspaced_characters(fold($8)) AND fold(n.name) LIKE fold($9)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(CASE WHEN name = fold($10) THEN 1 WHEN starts_with(name, fold($11)) THEN 0.85 WHEN strpos(name, fold($12)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($13), name) + 0.3 * similarity(fold($14), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM network t
WHERE (unspaced_characters(t.folded_name) @> unspaced_characters(fold($15)) AND t.folded_name LIKE fold($16)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (unspaced_characters(fold(n.name)) @> unspaced_characters(fold($17)) AND fold(n.name) LIKE fold($18)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (unspaced_characters(fold(n.name)) @> unspaced_characters(fold($19)) AND fold(n.name) LIKE fold($20)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(CASE WHEN name = fold($21) THEN 1 WHEN starts_with(name, fold($22)) THEN 0.85 WHEN strpos(name, fold($23)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($24), name) + 0.3 * similarity(fold($25), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, t.folded_name AS name, 1 AS weight
FROM initiative t
WHERE (unspaced_characters(t.folded_name) @> unspaced_characters(fold($26)) AND t.folded_name LIKE fold($27)) OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.name) AS name, 1 AS weight
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (unspaced_characters(fold(n.name)) @> unspaced_characters(fold($28)) AND fold(n.name) LIKE fold($29)) OFFSET 0)) found
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(CASE WHEN name = fold($30) THEN 1 WHEN starts_with(name, fold($31)) THEN 0.85 WHEN strpos(name, fold($32)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($33), name) + 0.3 * similarity(fold($34), name)) END * 0.9 + 0.1 * weight)::numeric, 6) AS score
FROM ((SELECT t.slug, fold(t.title) AS name, 0.5 AS weight
FROM solution t
WHERE (unspaced_characters(fold(t.title)) @> unspaced_characters(fold($35)) AND fold(t.title) LIKE fold($36)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)
UNION ALL (SELECT t.slug, fold(n.title) AS name, 0.5 AS weight
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (unspaced_characters(fold(n.title)) @> unspaced_characters(fold($37)) AND fold(n.title) LIKE fold($38)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED' OFFSET 0)) found
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 21

SELECT t.slug, t.id,t.name
FROM network t
WHERE t.slug = $1::text

SELECT t.slug, t.id,t.title,t.city_id
FROM solution t
WHERE t.slug = ANY ($1::text[]) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id
FROM city t
WHERE t.slug = $1::text

SELECT t.slug, t.id,t.name
FROM network t
WHERE t.slug = $1::text

SELECT t.slug, t.id,t.title
FROM solution t
WHERE t.slug = $1::text AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT'

SELECT t.slug, t.id,t.name
FROM initiative t
WHERE t.slug = $1::text

SELECT t.slug, t.slug
FROM network t
WHERE t.slug = $1::text

SELECT t.slug, t.slug
FROM city t
WHERE t.slug = $1::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())) x

SELECT t.id, t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])
