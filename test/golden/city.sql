SELECT row0.*, (SELECT json_build_array(row1.c0,row1.c1,row1.c2)
FROM (SELECT t.code,t.code,t.name
FROM country t
WHERE t.id = row0.c13) row1(c0,c1,c2)),(SELECT json_build_array(row1.c0,row1.c1,row1.c2)
FROM (SELECT t.name,t.url,t.retrieved_on
FROM source t
WHERE t.id = row0.c14) row1(c0,c1,c2))
FROM (SELECT t.slug, t.id,t.slug,t.name,t.region,t.population,t.latitude,t.longitude,t.wikidata_id,t.geonames_id,t.unlocode,t.cdp_id,t.gcom_id,t.country_id,t.source_id
FROM city t
WHERE t.slug = $1::text) row0(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14)

SELECT row0.*, (SELECT json_build_array(row1.c0)
FROM (SELECT t.name
FROM source t
WHERE t.id = row0.c10) row1(c0))
FROM (SELECT t.slug, t.region,t.population,t.latitude,t.longitude,t.wikidata_id,t.geonames_id,t.unlocode,t.cdp_id,t.gcom_id,t.source_id
FROM city t
WHERE t.slug = $1::text) row0(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10)

SELECT t.slug, t.name
FROM city t
WHERE t.slug = $1::text

SELECT f.value, t.name
FROM city_former_key f, city t
WHERE t.id = f.city_id AND f.scheme = $1 AND f.value = $2::text
