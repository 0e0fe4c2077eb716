import { isDeepStrictEqual } from 'node:util';

/** The fields of an input that are given: null means absent. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as never;

/** What differs from a row of what it is to become: the new values by property, and what they were. Null where nothing does. */
export function difference<T extends object>(
  row: Partial<T>,
  wanted: Partial<T>,
): { after: Partial<T>; before: Partial<T> } | null {
  const names = (Object.keys(wanted) as (keyof T)[]).filter(
    (name) => !isDeepStrictEqual(row[name] ?? null, wanted[name]),
  );
  if (names.length === 0) return null;
  const of = (values: Partial<T>) =>
    Object.fromEntries(names.map((name) => [name, values[name] ?? null])) as Partial<T>;
  return { after: of(wanted), before: of(row) };
}
