import sql, { type Sql } from 'sql-template-tag';

/**
 * The row ids of parents as a table `parent` with the column `id`. One alone is no array, and a statement of its own: of an array that
 * it does not know PostgreSQL assumes ten, and so would plan the statement anew each time.
 */
export const parentTable = (parents: readonly number[]): Sql =>
  parents.length === 1
    ? sql`(VALUES (${parents[0]!}::integer)) AS parent(id)`
    : sql`unnest(${parents}::integer[]) AS parent(id)`;

/** That `column` has one of these values; one alone is no array, for the same reason. */
export const isOneOf = (column: Sql, values: readonly (string | number)[], type: Sql): Sql =>
  values.length === 1 ? sql`${column} = ${values[0]!}::${type}` : sql`${column} = ANY (${values}::${type}[])`;
