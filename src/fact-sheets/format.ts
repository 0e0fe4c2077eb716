import { DatePrecision } from '../graphql/date-precision';
import type { SheetLocale } from '../subgraphs/networks';

/** Numbers, dates and lists as the readers of one language write them. Days are days everywhere: they have no time zone. */
export class Format {
  private readonly tag: string;
  private readonly collator: Intl.Collator;
  private readonly lists: Intl.ListFormat;
  private readonly languages: Intl.DisplayNames;

  constructor(locale: SheetLocale) {
    // Readers of English are all over the world: days come before months.
    this.tag = { en: 'en-GB', es: 'es', zh: 'zh-CN' }[locale];
    this.collator = new Intl.Collator(this.tag);
    this.lists = new Intl.ListFormat(this.tag, { type: 'conjunction' });
    this.languages = new Intl.DisplayNames(this.tag, { type: 'language' });
  }

  number(value: number): string {
    return value.toLocaleString(this.tag);
  }

  percent(share: number): string {
    return share.toLocaleString(this.tag, { style: 'percent' });
  }

  /** A day, or the month or year that is known of it. */
  date(day: string, precision: DatePrecision | null = DatePrecision.DAY): string {
    const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
    if (precision !== DatePrecision.YEAR) parts.month = 'long';
    if (precision !== DatePrecision.YEAR && precision !== DatePrecision.MONTH) parts.day = 'numeric';
    return new Date(day).toLocaleDateString(this.tag, parts);
  }

  list(items: readonly string[]): string {
    return this.lists.format(items);
  }

  /** What a language is called. */
  language(tag: string): string {
    return this.languages.of(tag) ?? tag;
  }

  /** In the order of a dictionary. */
  sorted<T>(items: readonly T[], name: (item: T) => string): T[] {
    return items.toSorted((a, b) => this.collator.compare(name(a), name(b)));
  }
}
