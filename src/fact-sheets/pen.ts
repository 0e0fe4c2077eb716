import type { SheetLocale } from '../subgraphs/networks';
import { Citations } from './citations';
import { Format } from './format';
import type { SheetText } from './sheet';
import { messages, type Messages } from './texts';

/** The tools that a sheet is written with. */
export interface Pen {
  locale: SheetLocale;
  say: Messages;
  format: Format;
  citations: Citations;
  /** A text, marked where it is in another language than the sheet. */
  text: (text: string, locale: string) => SheetText;
  /** Sentences in a row: Chinese has no space between them. */
  paragraph: (sentences: readonly string[]) => string;
}

export function createPen(locale: SheetLocale): Pen {
  const say = messages[locale];
  const format = new Format(locale);
  const text = (text: string, lang: string): SheetText =>
    lang.split('-')[0] === locale ? { text } : { text, lang, mark: say.inLanguage(format.language(lang)) };
  const paragraph = (sentences: readonly string[]): string => sentences.join(locale === 'zh' ? '' : ' ');
  return { locale, say, format, citations: new Citations(say, format), text, paragraph };
}
