/**
 * Text search. `fold` is how names are compared everywhere: without accents, without case. It may be called immutable, and so be
 * indexed, because it names its dictionary, which only a superuser can change.
 */
export const functions = /* sql */ `
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION fold(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, $1));

-- The stemmer for a BCP 47 tag: PostgreSQL knows words in English and Spanish among our languages.
CREATE FUNCTION text_search_configuration(locale text) RETURNS regconfig
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE split_part(locale, '-', 1)
  WHEN 'en' THEN 'pg_catalog.english'::regconfig
  WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
  ELSE 'pg_catalog.simple'::regconfig
END;

CREATE FUNCTION solution_document(locale text, title text, summary text, body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(text_search_configuration(locale), fold(title)), 'A')
    || setweight(to_tsvector(text_search_configuration(locale), fold(summary)), 'B')
    || setweight(to_tsvector(text_search_configuration(locale), fold(coalesce(body, ''))), 'C');
`;
