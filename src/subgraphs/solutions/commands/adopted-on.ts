import type { Work } from '../../../commands/work';
import { DatePrecision } from '../../../graphql/date-precision';
import { UserErrorCode } from '../../../graphql/user-error';

/** A day, and how exactly it is known. */
export interface AdoptedOn {
  adoptedOn: string | null;
  datePrecision: DatePrecision | null;
}

/** How a day ends of which no more is known. */
const ENDINGS: Partial<Record<DatePrecision, string>> = { YEAR: '-01-01', MONTH: '-01' };

interface Input {
  adoptedOn?: string | null;
  datePrecision?: DatePrecision | null;
}

/** The day of an adoption after an input, where `now` is what it was. Notes a day that says more than its precision. */
export function adoptedOnAfter(work: Work, input: Input, now: AdoptedOn): AdoptedOn {
  work.checkDay(input.adoptedOn, 'adoptedOn');
  const adoptedOn = input.adoptedOn ?? now.adoptedOn;
  const known = input.adoptedOn == null ? now.datePrecision : DatePrecision.DAY;
  const datePrecision = input.datePrecision ?? known;
  if (adoptedOn === null) {
    if (datePrecision !== null)
      work.refuse(UserErrorCode.INVALID, 'Expected a day with it in adoptedOn.', 'datePrecision');
    return { adoptedOn: null, datePrecision: null };
  }
  const ending = datePrecision === null ? undefined : ENDINGS[datePrecision];
  if (ending !== undefined && !adoptedOn.endsWith(ending)) {
    const first = `${adoptedOn.slice(0, adoptedOn.length - ending.length)}${ending}`;
    const message = `Expected ${first}, the first day of the ${datePrecision}, but got ${adoptedOn}.`;
    work.refuse(UserErrorCode.INVALID, message, input.adoptedOn == null ? 'datePrecision' : 'adoptedOn');
  }
  return { adoptedOn, datePrecision };
}
