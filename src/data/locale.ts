import sql, { raw, type Sql } from 'sql-template-tag';

// More languages than anybody reads; what a header names beyond them is ignored.
const MAX_LOCALES = 20;

/** BCP 47's tag for a language that nobody has told. */
export const UNDETERMINED = 'und';

/** A subtag as RFC 5646 (2.1.1) recommends to write it: languages zh, scripts Hant, regions TW. */
function conventional(subtag: string, i: number): string {
  if (i > 0 && subtag.length === 2) return subtag.toUpperCase();
  const lower = subtag.toLowerCase();
  return i > 0 && subtag.length === 4 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

/** A locale, whatever its case, as texts are kept under it: zh-Hant-TW. */
export const conventionalLocale = (locale: string): string => locale.split('-').map(conventional).join('-');

/**
 * A locale, whatever its case, and what it falls back to by cutting subtags off: zh-Hant-TW, zh-Hant, zh (RFC 4647,
 * lookup).
 */
export function localeChain(locale: string): string[] {
  const subtags = locale.split('-').map(conventional);
  return subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
}

/** The reader's languages of an Accept-Language header, best first, with their fallbacks. `*` and what is not wanted are left out. */
export function acceptedLocales(header: string | undefined): string[] {
  if (!header) return [];
  const ranges = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  const wanted = ranges.filter(({ tag, quality }) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) && quality > 0);
  const best = wanted.sort((a, b) => b.quality - a.quality);
  return [...new Set(best.flatMap(({ tag }) => localeChain(tag)))].slice(0, MAX_LOCALES);
}

/** Text of a table that has translations in another one. */
export interface Translated {
  /** The table of translations, one row a locale. */
  table: string;
  /** Its column that refers to the translated row. */
  owner: string;
  /** A condition on the rows of translations, with alias `tr`. */
  where?: string;
  /** The language of the untranslated text: a column of the translated row, or one for all. */
  original: { column: string } | { locale: string };
}

/**
 * The column in the first of `locales` that there is, else in the original language. `column` is that of both tables, or
 * `locale`: the language that the text then comes in.
 */
export function translatedColumn(t: string, column: string, translated: Translated, locales: readonly string[]): Sql {
  const { table, owner, where, original } = translated;
  const originalLocale = raw('locale' in original ? `'${original.locale}'` : `${t}.${original.column}`);
  // A constant has no type of its own, where it is all that is selected.
  const told = 'locale' in original ? sql`${originalLocale}::text` : originalLocale;
  const untranslated = column === 'locale' ? told : raw(`${t}.${column}`);
  // What comes after the original language of all rows is never looked for.
  const end = 'locale' in original ? locales.indexOf(original.locale) : -1;
  const wanted = end < 0 ? locales : locales.slice(0, end);
  if (wanted.length === 0) return untranslated;
  const trLocale = raw('tr.locale');
  const found = sql`SELECT tr.${raw(column)} FROM ${raw(table)} tr
    WHERE tr.${raw(owner)} = ${raw(t)}.id AND ${raw(where ?? `tr.${column} IS NOT NULL`)}`;
  // Of one language there is one translation at most, and nothing to put in order.
  const [only, ...others] = wanted;
  if (others.length === 0)
    return sql`coalesce((${found} AND tr.locale = ${only}::text AND ${originalLocale} <> ${only}::text LIMIT 1), ${untranslated})`;
  const rank = (locale: Sql) => sql`array_position(${wanted}::text[], ${locale})`;
  return sql`coalesce((${found} AND tr.locale = ANY (${wanted}::text[])
      AND ${rank(trLocale)} < coalesce(${rank(originalLocale)}, ${MAX_LOCALES})
    ORDER BY ${rank(trLocale)} LIMIT 1), ${untranslated})`;
}
