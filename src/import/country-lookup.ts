import countries from 'i18n-iso-countries';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import zh from 'i18n-iso-countries/langs/zh.json';

const LANGUAGES = ['en', 'es', 'zh'];
for (const names of [en, es, zh]) countries.registerLocale(names);

const codes = Object.keys(countries.getAlpha2Codes());

const fold = (name: string): string => {
  const plain = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('&', ' and ');
  return plain.replace(/[^\p{L}]+/gu, ' ').trim();
};

/** Parts of the State of Palestine, as ISO 3166-1 has it, and its former name. */
const parts = { 'west bank': 'PS', 'gaza strip': 'PS', 'palestinian national authority': 'PS' };

let namesToCodes: ReadonlyMap<string, string> | undefined;

/** Every name that ISO 3166-1, its former names and Unicode's common names know, in our languages. */
function knownNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>(Object.entries(parts));
  for (const language of LANGUAGES) {
    const common = new Intl.DisplayNames([language], { type: 'region' });
    const official = countries.getNames(language, { select: 'all' });
    for (const code of codes) {
      for (const name of [...(official[code] ?? []), common.of(code) ?? '']) names.set(fold(name), code);
    }
  }
  names.delete('');
  return names;
}

const FORM = /^(?:the )?(?:republic of |kingdom of |state of )?(?:the )?/;

/**
 * The alpha-2 code for a code (alpha-2, alpha-3) or a name in English, Spanish or Chinese; undefined for what is none.
 */
export function countryCodeOf(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  if (countries.isValid(upper) && /^[A-Z]{2,3}$/.test(upper)) return countries.toAlpha2(upper);
  namesToCodes ??= knownNames();
  const name = fold(text);
  return namesToCodes.get(name) ?? namesToCodes.get(name.replace(FORM, ''));
}

/** The name of a country in one of our languages; undefined for a code that is none. */
export const countryName = (code: string, language = 'en'): string | undefined => countries.getName(code, language);

/** The languages in which we know names of countries beside English. */
export const OTHER_LANGUAGES = LANGUAGES.filter((language) => language !== 'en');
