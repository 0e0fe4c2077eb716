/**
 * What cities that turned out to be the same as another one were called, and which city that is: whoever asks for a former key finds
 * it. A key that has led to a city leads to no other one, whoever writes.
 */
export const tables = /* sql */ `
CREATE TABLE city_former_key (
  scheme text COLLATE "C" NOT NULL CONSTRAINT city_former_key_scheme_check
    CHECK (scheme IN ('SLUG', 'WIKIDATA', 'GEONAMES', 'UNLOCODE', 'CDP', 'GCOM')),
  value text COLLATE "C" NOT NULL,
  city_id integer NOT NULL REFERENCES city,
  PRIMARY KEY (scheme, value)
);
CREATE INDEX city_former_key_city_id_idx ON city_former_key (city_id);

CREATE FUNCTION check_city_keys_are_new() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken record;
BEGIN
  SELECT f.scheme, f.value INTO taken FROM changed c
  CROSS JOIN LATERAL (VALUES ('SLUG', c.slug), ('WIKIDATA', c.wikidata_id), ('GEONAMES', c.geonames_id),
    ('UNLOCODE', c.unlocode), ('CDP', c.cdp_id), ('GCOM', c.gcom_id)) key(scheme, value)
  JOIN city_former_key f ON f.scheme = key.scheme COLLATE "C" AND f.value = key.value AND f.city_id <> c.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'expected a new key, but % % has led to another city', taken.scheme, taken.value
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'city_former_key_reuse_check';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER city_keys_are_new_inserted AFTER INSERT ON city
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION check_city_keys_are_new();
CREATE TRIGGER city_keys_are_new_updated AFTER UPDATE ON city
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION check_city_keys_are_new();
`;

export const drops = /* sql */ `
DROP TRIGGER city_keys_are_new_inserted ON city;
DROP TRIGGER city_keys_are_new_updated ON city;
DROP TABLE city_former_key;
DROP FUNCTION check_city_keys_are_new();
`;
