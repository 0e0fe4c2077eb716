const DOCUMENT = "fold(title || ' ' || summary || ' ' || coalesce(body, ''))";

/** Indexes of the characters of texts: the table of each, and the text. */
const byCharacters: Record<string, [table: string, text: string]> = {
  city_characters_idx: ['city', 'folded_name'],
  city_name_characters_idx: ['city_name', 'fold(name)'],
  solution_title_characters_idx: ['solution', 'fold(title)'],
  solution_document_characters_idx: ['solution', DOCUMENT],
  solution_translation_title_characters_idx: ['solution_translation', 'fold(title)'],
  solution_translation_document_characters_idx: ['solution_translation', DOCUMENT],
};

/**
 * Han, kana and Thai: a word in these is of one or two characters, too short for trigrams, and stands anywhere in a text. Texts in other
 * scripts have no such characters, and take next to no room in the indexes.
 */
export const searchIndexes = /* sql */ `
CREATE FUNCTION unspaced_characters(text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN coalesce(regexp_split_to_array(nullif(regexp_replace($1,
  '[^\\u0e00-\\u0e7f\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3040-\\u30ff\\u31f0-\\u31ff\\u32d0-\\u3357\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\U00016fe2-\\U00016ff6\\U0001aff0-\\U0001b16f\\U0001f200\\U00020000-\\U0003fffd]',
  '', 'g'), ''), ''), '{}');

${Object.entries(byCharacters)
  .map(([name, [table, text]]) => `CREATE INDEX ${name} ON ${table} USING gin (unspaced_characters(${text}));`)
  .join('\n')}

DROP INDEX city_name_trigram_idx;
CREATE INDEX city_name_trigram_idx ON city USING gin (folded_name gin_trgm_ops);
CREATE INDEX solution_translation_title_fold_idx ON solution_translation ((fold(title) COLLATE "C"));`;

export const withoutSearchIndexes = /* sql */ `
DROP INDEX solution_translation_title_fold_idx;
DROP INDEX city_name_trigram_idx;
CREATE INDEX city_name_trigram_idx ON city USING gin (fold(name) gin_trgm_ops);
DROP INDEX ${Object.keys(byCharacters).join(', ')};
DROP FUNCTION unspaced_characters(text);`;
