import { createContext, use } from 'react';

/** The languages of the pages; the first one is the default. */
export const LOCALES = ['en', 'es', 'zh'] as const;

export type Locale = (typeof LOCALES)[number];

/** What each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', es: 'Español', zh: '中文' };

export const isLocale = (text: string | undefined): text is Locale => LOCALES.includes(text as Locale);

/** The language that an address names: `/es/networks`. The server sends nobody here without one. */
export function localeOfPath(path: string): Locale {
  const [, first] = path.split('/');
  return isLocale(first) ? first : LOCALES[0];
}

/** The same view in another language. */

export const LocaleContext = createContext<Locale>(LOCALES[0]);

/** The language of the page: that of its address. */
export const useLocale = (): Locale => use(LocaleContext);
