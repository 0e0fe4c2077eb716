import { Field, ObjectType } from 'type-graphql';
import { localeChain } from '../../data/locale';
import { Locale, Url } from '../../graphql/scalars';

/** The languages that fact sheets come in. */
export const SHEET_LOCALES = ['en', 'es', 'zh'] as const;

export type SheetLocale = (typeof SHEET_LOCALES)[number];

export const isSheetLocale = (text: string): text is SheetLocale => (SHEET_LOCALES as readonly string[]).includes(text);

/** The first of a locale and what it falls back to that sheets come in, else English: `es-MX` is `es`. */
export const sheetLocale = (locale: string): SheetLocale => localeChain(locale).find(isSheetLocale) ?? 'en';

const titles: Record<SheetLocale, (network: string) => string> = {
  en: (network) => `${network}: fact sheet`,
  es: (network) => `${network}: ficha informativa`,
  zh: (network) => `${network}：概况介绍`,
};

/** What the sheet of a network is called. */
export const sheetTitle = (locale: SheetLocale, network: string): string => titles[locale](network);

/** Where the sheet of a network is, below the server’s address. */
export const sheetPath = (slug: string, locale: SheetLocale, format: 'html' | 'pdf'): string =>
  `/fact-sheets/${slug}.${locale}.${format}`;

/** Where a network’s page in the explorer is, below the server’s address: see web/src/routes.ts. */
export const networkPagePath = (slug: string, locale: SheetLocale): string => `/${locale}/network/${slug}`;

@ObjectType({
  description:
    'Two pages about a network, made of live data: what it is, who leads it, its members, figures and sources.',
  simpleResolvers: true,
})
export class FactSheet {
  @Field(() => Locale, { description: 'The language that it comes in: en, es or zh.' })
  locale: SheetLocale;

  @Field(() => String, { description: 'What it is called, in its language: `Cool Cities: fact sheet`.' })
  title: string;

  @Field(() => Url, { description: 'The sheet as a page for browsers.' })
  htmlUrl: string;

  @Field(() => Url, { description: 'The sheet for printing: two pages of A4, tagged for screen readers.' })
  pdfUrl: string;
}
