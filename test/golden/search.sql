SELECT h.type, h.slug, h.score, (h.score)::text, h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($1) THEN 1 WHEN starts_with(fold(n.name), fold($2)) THEN 0.85 WHEN strpos(fold(n.name), fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), fold(n.name)) + 0.3 * similarity(fold($5), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city n
JOIN city t ON t.id = n.id
WHERE (fold($6) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($7))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($8) THEN 1 WHEN starts_with(fold(n.name), fold($9)) THEN 0.85 WHEN strpos(fold(n.name), fold($10)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($11), fold(n.name)) + 0.3 * similarity(fold($12), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($13) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($14))) hit
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($15) THEN 1 WHEN starts_with(fold(n.name), fold($16)) THEN 0.85 WHEN strpos(fold(n.name), fold($17)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($18), fold(n.name)) + 0.3 * similarity(fold($19), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network n
JOIN network t ON t.id = n.id
WHERE (fold($20) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($21))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($22) THEN 1 WHEN starts_with(fold(n.name), fold($23)) THEN 0.85 WHEN strpos(fold(n.name), fold($24)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($25), fold(n.name)) + 0.3 * similarity(fold($26), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($27) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($28))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($29) THEN 1 WHEN starts_with(fold(n.name), fold($30)) THEN 0.85 WHEN strpos(fold(n.name), fold($31)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($32), fold(n.name)) + 0.3 * similarity(fold($33), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($34) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($35))) hit
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($36) THEN 1 WHEN starts_with(fold(n.name), fold($37)) THEN 0.85 WHEN strpos(fold(n.name), fold($38)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($39), fold(n.name)) + 0.3 * similarity(fold($40), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative n
JOIN initiative t ON t.id = n.id
WHERE (fold($41) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($42))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($43) THEN 1 WHEN starts_with(fold(n.name), fold($44)) THEN 0.85 WHEN strpos(fold(n.name), fold($45)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($46), fold(n.name)) + 0.3 * similarity(fold($47), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($48) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($49))) hit
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.title) = fold($50) THEN 1 WHEN starts_with(fold(n.title), fold($51)) THEN 0.85 WHEN strpos(fold(n.title), fold($52)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($53), fold(n.title)) + 0.3 * similarity(fold($54), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution n
JOIN solution t ON t.id = n.id
WHERE (fold($55) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($56)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED'
UNION ALL SELECT t.slug, CASE WHEN fold(n.title) = fold($57) THEN 1 WHEN starts_with(fold(n.title), fold($58)) THEN 0.85 WHEN strpos(fold(n.title), fold($59)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($60), fold(n.title)) + 0.3 * similarity(fold($61), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($62) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($63)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED') hit
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 6

SELECT count(*)
FROM (SELECT 'City' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($1) THEN 1 WHEN starts_with(fold(n.name), fold($2)) THEN 0.85 WHEN strpos(fold(n.name), fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), fold(n.name)) + 0.3 * similarity(fold($5), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city n
JOIN city t ON t.id = n.id
WHERE (fold($6) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($7))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($8) THEN 1 WHEN starts_with(fold(n.name), fold($9)) THEN 0.85 WHEN strpos(fold(n.name), fold($10)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($11), fold(n.name)) + 0.3 * similarity(fold($12), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($13) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($14))) hit
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($15) THEN 1 WHEN starts_with(fold(n.name), fold($16)) THEN 0.85 WHEN strpos(fold(n.name), fold($17)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($18), fold(n.name)) + 0.3 * similarity(fold($19), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network n
JOIN network t ON t.id = n.id
WHERE (fold($20) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($21))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($22) THEN 1 WHEN starts_with(fold(n.name), fold($23)) THEN 0.85 WHEN strpos(fold(n.name), fold($24)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($25), fold(n.name)) + 0.3 * similarity(fold($26), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($27) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($28))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($29) THEN 1 WHEN starts_with(fold(n.name), fold($30)) THEN 0.85 WHEN strpos(fold(n.name), fold($31)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($32), fold(n.name)) + 0.3 * similarity(fold($33), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($34) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($35))) hit
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($36) THEN 1 WHEN starts_with(fold(n.name), fold($37)) THEN 0.85 WHEN strpos(fold(n.name), fold($38)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($39), fold(n.name)) + 0.3 * similarity(fold($40), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative n
JOIN initiative t ON t.id = n.id
WHERE (fold($41) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($42))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($43) THEN 1 WHEN starts_with(fold(n.name), fold($44)) THEN 0.85 WHEN strpos(fold(n.name), fold($45)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($46), fold(n.name)) + 0.3 * similarity(fold($47), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($48) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($49))) hit
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.title) = fold($50) THEN 1 WHEN starts_with(fold(n.title), fold($51)) THEN 0.85 WHEN strpos(fold(n.title), fold($52)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($53), fold(n.title)) + 0.3 * similarity(fold($54), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution n
JOIN solution t ON t.id = n.id
WHERE (fold($55) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($56)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED'
UNION ALL SELECT t.slug, CASE WHEN fold(n.title) = fold($57) THEN 1 WHEN starts_with(fold(n.title), fold($58)) THEN 0.85 WHEN strpos(fold(n.title), fold($59)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($60), fold(n.title)) + 0.3 * similarity(fold($61), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($62) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($63)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED') hit
GROUP BY slug) h

SELECT h.type, h.slug, h.score, (h.score)::text, h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($1) THEN 1 WHEN starts_with(fold(n.name), fold($2)) THEN 0.85 WHEN strpos(fold(n.name), fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), fold(n.name)) + 0.3 * similarity(fold($5), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city n
JOIN city t ON t.id = n.id
WHERE (fold($6) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($7))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($8) THEN 1 WHEN starts_with(fold(n.name), fold($9)) THEN 0.85 WHEN strpos(fold(n.name), fold($10)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($11), fold(n.name)) + 0.3 * similarity(fold($12), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($13) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($14))) hit
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($15) THEN 1 WHEN starts_with(fold(n.name), fold($16)) THEN 0.85 WHEN strpos(fold(n.name), fold($17)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($18), fold(n.name)) + 0.3 * similarity(fold($19), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network n
JOIN network t ON t.id = n.id
WHERE (fold($20) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($21))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($22) THEN 1 WHEN starts_with(fold(n.name), fold($23)) THEN 0.85 WHEN strpos(fold(n.name), fold($24)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($25), fold(n.name)) + 0.3 * similarity(fold($26), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($27) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($28))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($29) THEN 1 WHEN starts_with(fold(n.name), fold($30)) THEN 0.85 WHEN strpos(fold(n.name), fold($31)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($32), fold(n.name)) + 0.3 * similarity(fold($33), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($34) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($35))) hit
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($36) THEN 1 WHEN starts_with(fold(n.name), fold($37)) THEN 0.85 WHEN strpos(fold(n.name), fold($38)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($39), fold(n.name)) + 0.3 * similarity(fold($40), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative n
JOIN initiative t ON t.id = n.id
WHERE (fold($41) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($42))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($43) THEN 1 WHEN starts_with(fold(n.name), fold($44)) THEN 0.85 WHEN strpos(fold(n.name), fold($45)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($46), fold(n.name)) + 0.3 * similarity(fold($47), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($48) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($49))) hit
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.title) = fold($50) THEN 1 WHEN starts_with(fold(n.title), fold($51)) THEN 0.85 WHEN strpos(fold(n.title), fold($52)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($53), fold(n.title)) + 0.3 * similarity(fold($54), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution n
JOIN solution t ON t.id = n.id
WHERE (fold($55) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($56)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED'
UNION ALL SELECT t.slug, CASE WHEN fold(n.title) = fold($57) THEN 1 WHEN starts_with(fold(n.title), fold($58)) THEN 0.85 WHEN strpos(fold(n.title), fold($59)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($60), fold(n.title)) + 0.3 * similarity(fold($61), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($62) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($63)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED') hit
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 21

SELECT h.type, h.slug, h.score, (h.score)::text, h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($1) THEN 1 WHEN starts_with(fold(n.name), fold($2)) THEN 0.85 WHEN strpos(fold(n.name), fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), fold(n.name)) + 0.3 * similarity(fold($5), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city n
JOIN city t ON t.id = n.id
WHERE (fold($6) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($7))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($8) THEN 1 WHEN starts_with(fold(n.name), fold($9)) THEN 0.85 WHEN strpos(fold(n.name), fold($10)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($11), fold(n.name)) + 0.3 * similarity(fold($12), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE (fold($13) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($14))) hit
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($15) THEN 1 WHEN starts_with(fold(n.name), fold($16)) THEN 0.85 WHEN strpos(fold(n.name), fold($17)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($18), fold(n.name)) + 0.3 * similarity(fold($19), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network n
JOIN network t ON t.id = n.id
WHERE (fold($20) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($21))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($22) THEN 1 WHEN starts_with(fold(n.name), fold($23)) THEN 0.85 WHEN strpos(fold(n.name), fold($24)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($25), fold(n.name)) + 0.3 * similarity(fold($26), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE (fold($27) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($28))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($29) THEN 1 WHEN starts_with(fold(n.name), fold($30)) THEN 0.85 WHEN strpos(fold(n.name), fold($31)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($32), fold(n.name)) + 0.3 * similarity(fold($33), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE (fold($34) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($35))) hit
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($36) THEN 1 WHEN starts_with(fold(n.name), fold($37)) THEN 0.85 WHEN strpos(fold(n.name), fold($38)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($39), fold(n.name)) + 0.3 * similarity(fold($40), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative n
JOIN initiative t ON t.id = n.id
WHERE (fold($41) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($42))
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($43) THEN 1 WHEN starts_with(fold(n.name), fold($44)) THEN 0.85 WHEN strpos(fold(n.name), fold($45)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($46), fold(n.name)) + 0.3 * similarity(fold($47), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE (fold($48) <% fold(n.name) OR fold(n.name) COLLATE "C" LIKE fold($49))) hit
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.title) = fold($50) THEN 1 WHEN starts_with(fold(n.title), fold($51)) THEN 0.85 WHEN strpos(fold(n.title), fold($52)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($53), fold(n.title)) + 0.3 * similarity(fold($54), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution n
JOIN solution t ON t.id = n.id
WHERE (fold($55) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($56)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED'
UNION ALL SELECT t.slug, CASE WHEN fold(n.title) = fold($57) THEN 1 WHEN starts_with(fold(n.title), fold($58)) THEN 0.85 WHEN strpos(fold(n.title), fold($59)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($60), fold(n.title)) + 0.3 * similarity(fold($61), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE (fold($62) <% fold(n.title) OR fold(n.title) COLLATE "C" LIKE fold($63)) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED') hit
GROUP BY slug) h
WHERE true
ORDER BY h.score DESC, h.type || ':' || h.slug DESC LIMIT 2

SELECT h.type, h.slug, h.score, (h.score)::text, h.type || ':' || h.slug
FROM (SELECT 'City' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($1) THEN 1 WHEN starts_with(fold(n.name), fold($2)) THEN 0.85 WHEN strpos(fold(n.name), fold($3)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($4), fold(n.name)) + 0.3 * similarity(fold($5), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city n
JOIN city t ON t.id = n.id
WHERE fold(n.name) LIKE fold($6)
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($7) THEN 1 WHEN starts_with(fold(n.name), fold($8)) THEN 0.85 WHEN strpos(fold(n.name), fold($9)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($10), fold(n.name)) + 0.3 * similarity(fold($11), fold(n.name))) END * 0.9 + 0.1 * least(1, ln(1 + coalesce(t.population, 0)) / 20) AS score
FROM city_name n
JOIN city t ON t.id = n.city_id
WHERE fold(n.name) LIKE fold($12)) hit
GROUP BY slug
UNION ALL SELECT 'Network' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($13) THEN 1 WHEN starts_with(fold(n.name), fold($14)) THEN 0.85 WHEN strpos(fold(n.name), fold($15)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($16), fold(n.name)) + 0.3 * similarity(fold($17), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network n
JOIN network t ON t.id = n.id
WHERE fold(n.name) LIKE fold($18)
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($19) THEN 1 WHEN starts_with(fold(n.name), fold($20)) THEN 0.85 WHEN strpos(fold(n.name), fold($21)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($22), fold(n.name)) + 0.3 * similarity(fold($23), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_translation n
JOIN network t ON t.id = n.network_id
WHERE fold(n.name) LIKE fold($24)
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($25) THEN 1 WHEN starts_with(fold(n.name), fold($26)) THEN 0.85 WHEN strpos(fold(n.name), fold($27)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($28), fold(n.name)) + 0.3 * similarity(fold($29), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM network_name n
JOIN network t ON t.id = n.network_id
WHERE fold(n.name) LIKE fold($30)) hit
GROUP BY slug
UNION ALL SELECT 'Initiative' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.name) = fold($31) THEN 1 WHEN starts_with(fold(n.name), fold($32)) THEN 0.85 WHEN strpos(fold(n.name), fold($33)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($34), fold(n.name)) + 0.3 * similarity(fold($35), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative n
JOIN initiative t ON t.id = n.id
WHERE fold(n.name) LIKE fold($36)
UNION ALL SELECT t.slug, CASE WHEN fold(n.name) = fold($37) THEN 1 WHEN starts_with(fold(n.name), fold($38)) THEN 0.85 WHEN strpos(fold(n.name), fold($39)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($40), fold(n.name)) + 0.3 * similarity(fold($41), fold(n.name))) END * 0.9 + 0.1 * 1 AS score
FROM initiative_translation n
JOIN initiative t ON t.id = n.initiative_id
WHERE fold(n.name) LIKE fold($42)) hit
GROUP BY slug
UNION ALL SELECT 'Solution' AS type, slug, round(max(score)::numeric, 6) AS score
FROM (SELECT t.slug, CASE WHEN fold(n.title) = fold($43) THEN 1 WHEN starts_with(fold(n.title), fold($44)) THEN 0.85 WHEN strpos(fold(n.title), fold($45)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($46), fold(n.title)) + 0.3 * similarity(fold($47), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution n
JOIN solution t ON t.id = n.id
WHERE fold(n.title) LIKE fold($48) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED'
UNION ALL SELECT t.slug, CASE WHEN fold(n.title) = fold($49) THEN 1 WHEN starts_with(fold(n.title), fold($50)) THEN 0.85 WHEN strpos(fold(n.title), fold($51)) > 0 THEN 0.7 ELSE 0.8 * (0.7 * word_similarity(fold($52), fold(n.title)) + 0.3 * similarity(fold($53), fold(n.title))) END * 0.9 + 0.1 * 0.5 AS score
FROM solution_translation n
JOIN solution t ON t.id = n.solution_id
WHERE fold(n.title) LIKE fold($54) AND t.visibility = 'PUBLIC' AND t.status <> 'DRAFT' AND t.status = 'PUBLISHED') hit
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

SELECT t.slug, t.id,t.slug
FROM network t
WHERE t.slug = $1::text

SELECT t.slug, t.id,t.slug
FROM city t
WHERE t.slug = $1::text

SELECT parent.id, x.*
FROM (VALUES ($1::integer)) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM membership m
JOIN city c ON c.id = m.city_id
WHERE m.network_id = parent.id AND is_valid_on(m.started_on, m.ended_on, m.ongoing, utc_today())) x

SELECT t.id, t.id,t.slug
FROM city t
WHERE t.id = ANY ($1::integer[])
