import { useLocale, type Locale } from './locale';

/** How exactly a date is known, as the API says it. */
export type Precision = 'YEAR' | 'MONTH' | 'DAY';

const DATE_PARTS: Record<Precision, Intl.DateTimeFormatOptions> = {
  YEAR: { year: 'numeric' },
  MONTH: { year: 'numeric', month: 'long' },
  DAY: { year: 'numeric', month: 'long', day: 'numeric' },
};

export interface Format {
  /** 12,345 */
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 8.8M: for large figures beside others. */
  compact: (value: number) => string;
  /** A share from 0 to 1, as 27%. */
  percent: (share: number) => string;
  /** A LocalDate, `2014-06-01`, no more exactly than it is known. */
  date: (date: string, precision?: Precision | null) => string;
  /** A DateTime, in the reader's time zone. */
  dateTime: (instant: string) => string;
  /** A DateTime as "3 minutes ago". */
  ago: (instant: string, now?: number) => string;
  /** a, b, and c */
  list: (items: readonly string[]) => string;
  /** What is called `es`, in the reader's language: Spanish. */
  language: (locale: string) => string;
  /** For texts in the order that readers expect. */
  compare: (a: string, b: string) => number;
}

const AGES: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Intl's formatters take long to make, and pages format many a number: each is made once, when it is first wanted. */
function kept<Key extends string, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const all = new Map<Key, Made>();
  return (key) => {
    let made = all.get(key);
    if (made === undefined) all.set(key, (made = make(key)));
    return made;
  };
}

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

/** Numbers, dates and lists as readers of a language write them. */
export const formatIn = kept((locale: Locale): Format => {
  const numbers = kept(
    (options: string) => new Intl.NumberFormat(locale, JSON.parse(options) as Intl.NumberFormatOptions),
  );
  const dates = kept((precision: Precision) => new Intl.DateTimeFormat(locale, { ...DATE_PARTS[precision], timeZone: 'UTC' })); // prettier-ignore
  const instants = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const lists = once(() => new Intl.ListFormat(locale));
  const languages = once(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const collator = once(() => new Intl.Collator(locale));
  const number: Format['number'] = (value, options = {}) => numbers(JSON.stringify(options)).format(value);
  return {
    number,
    compact: (value) => number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 1 }),
    date: (date, precision) => dates(precision ?? 'DAY').format(new Date(date)),
    dateTime: (instant) => instants().format(new Date(instant)),
    ago: (instant, now = Date.now()) => {
      const seconds = (new Date(instant).getTime() - now) / 1000;
      const [unit, length] = AGES.find(([, each]) => Math.abs(seconds) >= each) ?? (['second', 1] as const);
      return relative().format(Math.trunc(seconds / length), unit);
    },
    list: (items) => lists().format(items),
    language: (tag) => languages().of(tag) ?? tag,
    compare: (a, b) => collator().compare(a, b),
  };
});

/** The same in the page's language. */
export const useFormat = (): Format => formatIn(useLocale());
