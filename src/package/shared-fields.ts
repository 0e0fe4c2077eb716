import { date, locale, oneOf, text } from './cell-types';
import { field, reference, required, type Field, type Rule } from './resource';

export const source = reference('source', 'sources', 'Where the row is from.');

export const originalLocale = (isRequired = true): Field =>
  field('locale', locale, 'The language of the texts in the row.', { column: 'original_locale', required: isRequired });

export const datePrecision = field(
  'date_precision',
  oneOf(['DAY', 'MONTH', 'YEAR']),
  'How much of the days is known. A year is written as its first day, and so is a month. Empty without days.',
);

export const name = (description: string): Field => required('name', text, description);

export const summary = field('summary', text, 'One to three sentences.');

export const translationLocale = required('locale', locale, 'The language of the translation.');

export const day = (fieldName: string, description: string): Field => field(fieldName, date, description);

/** Periods are half-open. */
export const endsAfterStart = (start: string, end: string): Rule => ({
  field: end,
  expected: `a day after ${start}`,
  detail: `r.${start}::text`,
  broken: `r.${end} <= r.${start}`,
});

/** SQL of a period, empty where its end is not after its start: that is another rule's matter. */
export const period = (start: string, end: string): string =>
  `CASE WHEN ${start} > ${end} THEN 'empty'::daterange ELSE daterange(${start}, ${end}) END`;

/** What the precision promises; the database keeps such a row as it is. */
export const precisionFits = (...days: string[]): Rule[] => {
  const some = (condition: (column: string) => string): string =>
    `(${days.map((d) => condition(`r.${d}`)).join(' OR ')})`;
  const firstDays = `CASE r.date_precision WHEN 'YEAR' THEN ${some((d) => `to_char(${d}, 'MM-DD') <> '01-01'`)}
    WHEN 'MONTH' THEN ${some((d) => `to_char(${d}, 'DD') <> '01'`)} END`;
  return [
    {
      field: 'date_precision',
      expected: 'DAY, MONTH or YEAR in a row with a date',
      broken: `c.date_precision IS NULL AND ${some((d) => `${d} IS NOT NULL`)}`,
      warning: true,
    },
    {
      field: 'date_precision',
      expected: 'the first day of the year or month that is known',
      broken: firstDays,
      warning: true,
    },
  ];
};
