SELECT 0,coalesce((SELECT tr.name
FROM city_name tr
WHERE tr.city_id = c.id AND tr.preferred AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], 'en'), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), c.name),coalesce((SELECT tr.locale
FROM city_name tr
WHERE tr.city_id = c.id AND tr.preferred AND tr.locale = ANY ($6::text[]) AND array_position($7::text[], tr.locale) < coalesce(array_position($8::text[], 'en'), $9)
ORDER BY array_position($10::text[], tr.locale) LIMIT 1), 'en'::text),c.name,coalesce((SELECT tr.name
FROM city_name tr
WHERE tr.city_id = c.id AND tr.preferred AND tr.locale = ANY ($11::text[]) AND array_position($12::text[], tr.locale) < coalesce(array_position($13::text[], 'en'), $14)
ORDER BY array_position($15::text[], tr.locale) LIMIT 1), c.name),coalesce((SELECT tr.locale
FROM city_name tr
WHERE tr.city_id = c.id AND tr.preferred AND tr.locale = ANY ($16::text[]) AND array_position($17::text[], tr.locale) < coalesce(array_position($18::text[], 'en'), $19)
ORDER BY array_position($20::text[], tr.locale) LIMIT 1), 'en'::text),c_country.id,coalesce((SELECT tr.name
FROM country_name tr
WHERE tr.country_id = c_country.id AND tr.name IS NOT NULL AND tr.locale = ANY ($21::text[]) AND array_position($22::text[], tr.locale) < coalesce(array_position($23::text[], 'en'), $24)
ORDER BY array_position($25::text[], tr.locale) LIMIT 1), c_country.name),coalesce((SELECT tr.locale
FROM country_name tr
WHERE tr.country_id = c_country.id AND tr.locale IS NOT NULL AND tr.locale = ANY ($26::text[]) AND array_position($27::text[], tr.locale) < coalesce(array_position($28::text[], 'en'), $29)
ORDER BY array_position($30::text[], tr.locale) LIMIT 1), 'en'::text),'en'::text
FROM city c
LEFT JOIN country c_country ON c_country.id = c.country_id
WHERE c.country_id IN (SELECT country.id
FROM country
WHERE country.code = ANY ($31::text[]))
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 21

SELECT 0,coalesce((SELECT tr.name
FROM network_translation tr
WHERE tr.network_id = n.id AND tr.name IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], n.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), n.name),coalesce((SELECT tr.summary
FROM network_translation tr
WHERE tr.network_id = n.id AND tr.summary IS NOT NULL AND tr.locale = ANY ($6::text[]) AND array_position($7::text[], tr.locale) < coalesce(array_position($8::text[], n.original_locale), $9)
ORDER BY array_position($10::text[], tr.locale) LIMIT 1), n.summary),coalesce((SELECT tr.locale
FROM network_translation tr
WHERE tr.network_id = n.id AND tr.locale IS NOT NULL AND tr.locale = ANY ($11::text[]) AND array_position($12::text[], tr.locale) < coalesce(array_position($13::text[], n.original_locale), $14)
ORDER BY array_position($15::text[], tr.locale) LIMIT 1), n.original_locale)
FROM network n
WHERE n.slug = ANY (ARRAY(SELECT v
FROM unnest($16::text[]) v))
ORDER BY n.folded_name ASC, n.slug ASC LIMIT 21

SELECT 0,coalesce((SELECT tr.name
FROM collective_action_translation tr
WHERE tr.collective_action_id = a.id AND tr.name IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], a.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), a.name),coalesce((SELECT tr.summary
FROM collective_action_translation tr
WHERE tr.collective_action_id = a.id AND tr.summary IS NOT NULL AND tr.locale = ANY ($6::text[]) AND array_position($7::text[], tr.locale) < coalesce(array_position($8::text[], a.original_locale), $9)
ORDER BY array_position($10::text[], tr.locale) LIMIT 1), a.summary)
FROM collective_action a
WHERE true
ORDER BY a.folded_name ASC, a.slug ASC LIMIT 21

SELECT 0,coalesce((SELECT tr.title
FROM action_translation tr
WHERE tr.action_id = a.id AND tr.title IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], a.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), a.title)
FROM action a
WHERE EXISTS (SELECT
FROM city c_a
WHERE c_a.id = a.city_id AND c_a.folded_name = fold($6::text))
ORDER BY a.reported_on DESC, a.slug DESC LIMIT 21

SELECT 0,coalesce((SELECT tr.title
FROM solution_translation tr
WHERE tr.solution_id = s.id AND tr.title IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], s.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), s.title),coalesce((SELECT tr.summary
FROM solution_translation tr
WHERE tr.solution_id = s.id AND tr.summary IS NOT NULL AND tr.locale = ANY ($6::text[]) AND array_position($7::text[], tr.locale) < coalesce(array_position($8::text[], s.original_locale), $9)
ORDER BY array_position($10::text[], tr.locale) LIMIT 1), s.summary),coalesce((SELECT tr.locale
FROM solution_translation tr
WHERE tr.solution_id = s.id AND tr.locale IS NOT NULL AND tr.locale = ANY ($11::text[]) AND array_position($12::text[], tr.locale) < coalesce(array_position($13::text[], s.original_locale), $14)
ORDER BY array_position($15::text[], tr.locale) LIMIT 1), s.original_locale)
FROM solution s
WHERE s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC' AND s.status <> 'DRAFT'
ORDER BY coalesce(s.published_at, '-infinity') DESC, s.slug DESC LIMIT 3

SELECT 0,coalesce((SELECT tr.name
FROM initiative_translation tr
WHERE tr.initiative_id = i.id AND tr.name IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], i.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), i.name),coalesce((SELECT tr.summary
FROM initiative_translation tr
WHERE tr.initiative_id = i.id AND tr.summary IS NOT NULL AND tr.locale = ANY ($6::text[]) AND array_position($7::text[], tr.locale) < coalesce(array_position($8::text[], i.original_locale), $9)
ORDER BY array_position($10::text[], tr.locale) LIMIT 1), i.summary)
FROM initiative i
WHERE true
ORDER BY i.folded_name ASC, i.slug ASC LIMIT 21

SELECT 0,coalesce((SELECT tr.title
FROM collaboration_translation tr
WHERE tr.collaboration_id = o.id AND tr.title IS NOT NULL AND tr.locale = ANY ($1::text[]) AND array_position($2::text[], tr.locale) < coalesce(array_position($3::text[], o.original_locale), $4)
ORDER BY array_position($5::text[], tr.locale) LIMIT 1), o.title)
FROM collaboration o
WHERE o.kind = ANY ($6::text[])
ORDER BY coalesce(o.started_on, '-infinity') DESC, o.slug DESC LIMIT 21
