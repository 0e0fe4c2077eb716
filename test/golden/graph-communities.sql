SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT c.slug
FROM unnest(($2::integer[])[ ($3::integer[])[parent.id + 1] + 1 : ($4::integer[])[parent.id + 2]]) AS m(city_id)
JOIN city c ON c.id = m.city_id
WHERE true
ORDER BY c.folded_name ASC, c.slug ASC LIMIT 4) x

SELECT parent.id, x.*
FROM unnest($1::integer[]) AS parent(id)
CROSS JOIN LATERAL (SELECT count(*)
FROM unnest(($2::integer[])[ ($3::integer[])[parent.id + 1] + 1 : ($4::integer[])[parent.id + 2]]) AS m(city_id)
JOIN city c ON c.id = m.city_id
WHERE true) x
