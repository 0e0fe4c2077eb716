import { setupI18n, type Messages } from '@lingui/core';
import { use } from 'react';
import { useLocale, type Locale } from './locale';

/** The values of a message's placeholders. */
export type Values = Record<string, string | number>;

/** Says a message of a catalog in the reader's language. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** The messages of one part of the pages, in all languages, each loaded when it is wanted. */
export interface Catalog<Key extends string> {
  load: (locale: Locale) => Promise<Translate<Key>>;
  /** What has been loaded. */
  known: Map<Locale, Translate<Key>>;
}

const catalogs: Catalog<string>[] = [];

/**
 * Makes a catalog of the files `messages/{en,es,zh}.json` beside a component:
 * `defineCatalog<typeof en>(import.meta.glob('./messages/*.json', { import: 'default' }))`.
 */
export function defineCatalog<Texts extends Record<string, string>>(
  files: Record<string, () => Promise<unknown>>,
): Catalog<Extract<keyof Texts, string>> {
  const loading = new Map<Locale, Promise<Translate<string>>>();
  const known = new Map<Locale, Translate<string>>();
  const load = (locale: Locale) => {
    let promise = loading.get(locale);
    if (!promise) {
      promise = read(locale, files[`./messages/${locale}.json`]).then((translate) => {
        known.set(locale, translate);
        return translate;
      });
      loading.set(locale, promise);
    }
    return promise;
  };
  const catalog = { load, known };
  catalogs.push(catalog);
  return catalog;
}

async function read(locale: Locale, file: (() => Promise<unknown>) | undefined): Promise<Translate<string>> {
  if (!file) throw new Error(`Expected a file messages/${locale}.json, but there is none.`);
  const i18n = setupI18n({ locale, messages: { [locale]: (await file()) as Messages } });
  return (key, values) => i18n._(key, values);
}

/** Loads the messages of all parts that are there by now, so that what is then shown need not wait for them one by one. */
export const loadMessages = (locale: Locale): Promise<unknown> => Promise.all(catalogs.map(({ load }) => load(locale)));

/** The messages of a catalog, in the page's language. Suspends until they are there. */
export function useMessages<Key extends string>({ load, known }: Catalog<Key>): Translate<Key> {
  const locale = useLocale();
  return known.get(locale) ?? use(load(locale));
}
