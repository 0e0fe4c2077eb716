SELECT t.slug, t.id,t.slug,t.name,t.region,t.population,t.latitude,t.longitude,t.wikidata_id,t.geonames_id,t.unlocode,t.cdp_id,t.gcom_id,t.country_id,t.source_id
FROM city t
WHERE t.slug = $1::text

SELECT t.slug, t.id,t.region,t.population,t.latitude,t.longitude,t.wikidata_id,t.geonames_id,t.unlocode,t.cdp_id,t.gcom_id,t.source_id
FROM city t
WHERE t.slug = $1::text

SELECT t.slug, t.id,t.name
FROM city t
WHERE t.slug = $1::text

SELECT t.id, t.id,t.code,t.code,t.name
FROM country t
WHERE t.id = $1::integer

SELECT t.id, t.id,t.name,t.url,t.retrieved_on
FROM source t
WHERE t.id = $1::integer
