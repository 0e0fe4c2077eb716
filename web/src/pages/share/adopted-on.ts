interface Given {
  adoptedOn?: string;
  datePrecision?: string;
}

export type Precision = 'YEAR' | 'MONTH' | 'DAY';

/** A day as the API wants it: the first one of the year or month, where no more is known; nothing, where no day is. */
export function adoptedOnOf({ adoptedOn, datePrecision = 'DAY' }: Given): {
  adoptedOn?: string;
  datePrecision?: Precision;
} {
  if (adoptedOn === undefined) return {};
  const [year, month] = adoptedOn.split('-');
  const firsts: Record<string, string> = { YEAR: `${year}-01-01`, MONTH: `${year}-${month}-01` };
  return { adoptedOn: firsts[datePrecision] ?? adoptedOn, datePrecision: datePrecision as Precision };
}
