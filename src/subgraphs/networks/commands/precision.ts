import { DatePrecision } from '../../../graphql/date-precision';

/**
 * How exactly a record's days are known when one of them is set to the day: one precision stands for both, so the other one must
 * not seem better known than it is.
 */
export const precisionWith = (other: string | null, precision: DatePrecision | null): DatePrecision | null =>
  other === null ? DatePrecision.DAY : precision;
