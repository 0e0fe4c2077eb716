SELECT t.slug, t.slug
FROM city t
WHERE t.slug = $1::text

SELECT t.wikidata_id, t.slug
FROM city t
WHERE t.wikidata_id = $1::text

SELECT t.geonames_id, t.slug
FROM city t
WHERE t.geonames_id = $1::text

SELECT t.unlocode, t.slug
FROM city t
WHERE t.unlocode = $1::text
