/**
 * What the cells of a column hold: as Table Schema says it, in words, and as SQL in both directions. The SQL runs on
 * PostgreSQL 15, which has no test whether a text can be cast: each parser tests what it casts.
 */
export interface CellType {
  /** Its part of a Table Schema field: type, format, constraints. */
  schema: Readonly<Record<string, unknown>> & { constraints?: Readonly<Record<string, unknown>> };
  /** What a cell is expected to hold, in words that follow "expected". */
  expected: string;
  /** PostgreSQL's type for its values. */
  sqlType: 'text' | 'text[]' | 'integer' | 'double precision' | 'boolean' | 'date' | 'timestamptz';
  /** SQL of the value of a cell that is not empty; null for one that does not hold what is expected. */
  parse(cell: string): string;
  /** SQL of the cell for a value. */
  print(value: string): string;
  /** SQL of the value of an empty cell. Default: null. */
  empty?: string;
}

const asText = (value: string): string => `${value}::text`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Text for people, of any length. */
export const text: CellType = {
  schema: { type: 'string' },
  expected: 'text',
  sqlType: 'text',
  parse: (cell) => cell,
  print: (value) => value,
};

const matches = (text: string, regex: string): string => `${text} ~ ${literal(`^(?:${regex})$`)}`;

/**
 * Text of a form. `regex` stands for the whole cell, as in Table Schema, and must mean the same there and in
 * PostgreSQL.
 */
export function pattern(regex: string, expected: string, schema: Record<string, unknown> = {}): CellType {
  return {
    schema: { type: 'string', ...schema, constraints: { pattern: regex } },
    expected,
    sqlType: 'text',
    parse: (cell) => `CASE WHEN ${matches(cell, regex)} THEN ${cell} END`,
    print: (value) => value,
  };
}

export const slug = pattern(
  '[a-z0-9][a-z0-9-]{0,69}',
  'an id of 1 to 70 lower-case letters, digits and hyphens, which does not begin with a hyphen',
);
export const countryCode = pattern('[A-Z]{2}', 'a country code of ISO 3166-1 alpha-2, such as CO');
export const locale = pattern(
  '[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*',
  'a language tag of BCP 47, such as en, es, zh or pt-BR',
);
const URL = '[Hh][Tt][Tt][Pp][Ss]?://.*';

export const url = pattern(URL, 'an address that begins with http:// or https://', { format: 'uri' });

export function oneOf(values: readonly string[]): CellType {
  return {
    schema: { type: 'string', constraints: { enum: values } },
    expected: `one of ${values.join(', ')}`,
    sqlType: 'text',
    parse: (cell) => `CASE WHEN ${cell} IN (${values.map(literal).join(', ')}) THEN ${cell} END`,
    print: (value) => value,
  };
}

export function wholeNumber(minimum: number, maximum = 2_147_483_647): CellType {
  return {
    schema: { type: 'integer', constraints: { minimum, maximum } },
    expected: `a whole number from ${minimum} to ${maximum}, in digits alone`,
    sqlType: 'integer',
    parse: (cell) => `CASE WHEN ${cell} ~ '^-?[0-9]{1,10}$'
      THEN CASE WHEN ${cell}::bigint BETWEEN ${minimum} AND ${maximum} THEN ${cell}::integer END END`,
    print: asText,
  };
}

export function decimal(minimum: number, maximum: number): CellType {
  return {
    schema: { type: 'number', constraints: { minimum, maximum } },
    expected: `a number from ${minimum} to ${maximum}, decimals after a point`,
    sqlType: 'double precision',
    parse: (cell) => `CASE WHEN ${cell} ~ '^-?[0-9]{1,17}([.][0-9]{1,20})?([eE][-+]?[0-9]{1,2})?$'
      THEN CASE WHEN ${cell}::double precision BETWEEN ${minimum} AND ${maximum}
        THEN ${cell}::double precision END END`,
    print: asText,
  };
}

export const boolean: CellType = {
  schema: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  expected: 'true or false',
  sqlType: 'boolean',
  parse: (cell) => `CASE ${cell} WHEN 'true' THEN true WHEN 'false' THEN false END`,
  print: asText,
};

const DAY = '(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
// A month has 31 days at most, so a day that is not in its month falls into the next one.
const isInCalendar = (day: string): string => {
  const counted = `left(${day}, 8) || '01')::date + substr(${day}, 9, 2)::integer - 1`;
  return `to_char((${counted}, 'YYYY-MM-DD') = left(${day}, 10)`;
};

export const date: CellType = {
  schema: { type: 'date' },
  expected: 'a day of the calendar, YYYY-MM-DD',
  sqlType: 'date',
  parse: (cell) => `CASE WHEN ${cell} ~ '^${DAY}$' THEN CASE WHEN ${isInCalendar(cell)} THEN ${cell}::date END END`,
  print: (value) => `to_char(${value}, 'YYYY-MM-DD')`,
};

const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[-+](0[0-9]|1[0-4]):[0-5][0-9])';

export const moment: CellType = {
  schema: { type: 'datetime' },
  expected: 'a moment as RFC 3339 writes it, such as 2026-11-23T09:30:00Z',
  sqlType: 'timestamptz',
  parse: (cell) => `CASE WHEN ${cell} ~ '^${DAY}T${TIME}$'
    THEN CASE WHEN ${isInCalendar(cell)} THEN ${cell}::timestamptz END END`,
  // In UTC, with as many digits of the second as there are.
  print: (value) =>
    `regexp_replace(to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '[.]?0*Z$', 'Z')`,
};

const items = (cell: string): string => `array_remove(regexp_split_to_array(${cell}, '\\s*;\\s*'), '')`;

// Table Schema has a type for lists, but the profile that validates it has not.
const listOf = (pattern?: string): CellType['schema'] => ({
  type: 'string',
  ...(pattern && { constraints: { pattern } }),
});

/** Several texts in one cell, between semicolons. An empty cell holds none. */
export function list(expected: string): CellType {
  return {
    schema: listOf(),
    expected: `${expected}, with ; between them`,
    sqlType: 'text[]',
    parse: items,
    print: (value) => `array_to_string(${value}, ';')`,
    empty: `'{}'`,
  };
}

/** Several addresses. A semicolon of an address is written %3B, for it would end it. */
export const urls: CellType = {
  ...list('addresses that begin with http:// or https://'),
  schema: listOf(URL),
  print: (value) => `array_to_string(ARRAY(SELECT replace(item, ';', '%3B') FROM unnest(${value}) AS item), ';')`,
  parse: (cell) => `CASE WHEN NOT EXISTS (SELECT FROM unnest(${items(cell)}) AS item WHERE NOT ${matches('item', URL)})
    THEN ${items(cell)} END`,
};

/** A choice of several values: an empty cell says that nobody answered, NONE that the answer was none of them. */
export function choiceOf(values: readonly string[]): CellType {
  const all = `ARRAY[${values.map(literal).join(', ')}]`;
  const one = `(${values.join('|')})`;
  return {
    schema: listOf(`NONE|${one}(;${one})*`),
    expected: `some of ${values.join(', ')} with ; between them, or NONE`,
    sqlType: 'text[]',
    parse: (cell) => `CASE WHEN ${cell} = 'NONE' THEN '{}'::text[]
      WHEN ${items(cell)} <@ ${all} AND cardinality(${items(cell)}) > 0 THEN ${items(cell)} END`,
    print: (value) => `CASE cardinality(${value}) WHEN 0 THEN 'NONE' ELSE array_to_string(${value}, ';') END`,
  };
}
