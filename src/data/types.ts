import pg from 'pg';

const { INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, DATE, TIMESTAMPTZ } = pg.types.builtins;
const numeric = new Set<number>([INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC]);
const printed = new Set<number>([DATE, TIMESTAMPTZ]);
const asIs = (value: string): string => value;

// Of any oid: the driver's declarations name some alone.
const parserOf = pg.types.getTypeParser as (oid: number, format?: string) => unknown;

/** Dates and times stay the text that PostgreSQL printed: a Date object for each would cost more than the rest of the row. */
export const types = {
  getTypeParser(oid: number, format?: string): unknown {
    if (numeric.has(oid)) return Number;
    if (printed.has(oid)) return asIs;
    return parserOf(oid, format);
  },
};
