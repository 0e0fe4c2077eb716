import sql, { join, raw, type Sql } from 'sql-template-tag';
import { invalidFilter } from '../graphql/errors';
import { fromGlobalId } from '../graphql/global-id';
import type { Scope } from './scope';

export const TRUE = raw('true');
export const FALSE = raw('false');

/** All of these; nothing to ask is true. */
export const allOf = (conditions: readonly Sql[]): Sql => {
  const asked = conditions.filter((condition) => condition !== TRUE);
  return asked.length === 0 ? TRUE : join(asked, ' AND ');
};

// Each level may be one more subquery: PostgreSQL plans this many in a few milliseconds, and cannot plan hundreds.
const MAX_DEPTH = 20;

/** One condition of a filter: the SQL for its value, and a check that its value makes sense. */
export interface Condition<V> {
  /** SQL for rows with the table's alias `t`, as the viewer sees them. */
  sql(value: V, t: string, viewer: Scope): Sql;
  /** @throws INVALID_FILTER where nothing could match, naming `path`, the place in the argument. */
  check?(value: V, path: string): void;
}

interface Combined<F> {
  and?: F[] | null;
  or?: F[] | null;
  not?: F | null;
}

type Conditions<F> = { [K in Exclude<keyof F, 'and' | 'or' | 'not'>]-?: Condition<NonNullable<F[K]>> };

/**
 * How an input type filters a table. Null means that nothing is asked; all that is asked must hold; an empty list of
 * alternatives matches nothing.
 */
export class Filter<F extends object> implements Condition<F> {
  constructor(private readonly conditions: () => Conditions<F>) {}

  sql(filter: F, t: string, viewer: Scope): Sql {
    const own = this.given(filter).map(([condition, value]) => condition.sql(value, t, viewer));
    const { and, or, not } = filter as Combined<F>;
    if (and) own.push(...and.map((part) => this.sql(part, t, viewer)));
    if (or)
      own.push(
        or.length === 0
          ? FALSE
          : sql`(${join(
              or.map((part) => sql`(${this.sql(part, t, viewer)})`),
              ' OR ',
            )})`,
      );
    if (not) own.push(sql`(${this.sql(not, t, viewer)}) IS NOT TRUE`);
    return allOf(own);
  }

  check(filter: F, path: string): void {
    if (path.split('.').length > MAX_DEPTH)
      throw invalidFilter(path, `a filter of at most ${MAX_DEPTH} levels`, filter);
    for (const [condition, value, name] of this.given(filter)) condition.check?.(value, `${path}.${name}`);
    const { and, or, not } = filter as Combined<F>;
    and?.forEach((part, i) => this.check(part, `${path}.and.${i}`));
    or?.forEach((part, i) => this.check(part, `${path}.or.${i}`));
    if (not) this.check(not, `${path}.not`);
  }

  private given(filter: F): [Condition<unknown>, unknown, string][] {
    const conditions = this.conditions() as Record<string, Condition<unknown>>;
    return Object.entries(filter).flatMap(([name, value]): [Condition<unknown>, unknown, string][] => {
      const condition = conditions[name];
      return condition && value != null ? [[condition, value, name]] : [];
    });
  }
}

/** Rows for which another table has a row that fits: `FROM` and `WHERE` of an EXISTS, the other filter applied to its alias. */
export function exists<F extends object>(
  filter: () => Filter<F>,
  alias: string,
  from: (t: string, viewer: Scope) => Sql,
): Condition<F> {
  return {
    sql: (value, t, viewer) => {
      const inner = `${alias}${t}`;
      return sql`EXISTS (SELECT FROM ${from(t, viewer)} AND ${filter().sql(value, inner, viewer)})`;
    },
    check: (value, path) => filter().check(value, path),
  };
}

interface Alternatives<V> {
  eq?: V | null;
  in?: V[] | null;
}

interface Range<V> extends Alternatives<V> {
  gt?: V | null;
  gte?: V | null;
  lt?: V | null;
  lte?: V | null;
  isNull?: boolean | null;
}

interface TextMatch extends Alternatives<string> {
  contains?: string | null;
  startsWith?: string | null;
}

const column = (t: string, expression: string): Sql => raw(expression.replaceAll('$t', t));

/** eq and in on a column; `$t` in the expression stands for the table's alias. `type` is the column's type in PostgreSQL. */
export function oneOf<V>(
  expression: string,
  type: string,
  convert: (value: V) => unknown = (value) => value,
): Condition<Alternatives<V>> {
  return {
    sql: ({ eq, in: list }, t) =>
      allOf([
        eq == null ? TRUE : sql`${column(t, expression)} = ${convert(eq)}::${raw(type)}`,
        list == null ? TRUE : sql`${column(t, expression)} = ANY (${list.map(convert)}::${raw(type)}[])`,
      ]),
    check: checkAlternatives,
  };
}

/**
 * eq, in, bounds and isNull on a column of numbers, dates or times. Where it may be null, `unknown` is what stands for null in the
 * column's indexes, lower than any other value: so that they serve filters as they serve orders.
 */
export function within<V>(expression: string, type: string, unknown?: string): Condition<Range<V>> {
  const key = unknown === undefined ? expression : `coalesce(${expression}, ${unknown})`;
  const alternatives = oneOf<V>(key, type);
  const bound = (t: string, operator: string, value: V | null | undefined): Sql =>
    value == null ? TRUE : sql`${column(t, key)} ${raw(operator)} ${value}::${raw(type)}`;
  const isNull = (t: string): Sql =>
    unknown === undefined ? sql`${column(t, key)} IS NULL` : sql`${column(t, key)} = ${raw(unknown)}`;
  return {
    sql: (range, t, viewer) => {
      const asked = allOf([
        alternatives.sql(range, t, viewer),
        bound(t, '>', range.gt),
        bound(t, '>=', range.gte),
        bound(t, '<', range.lt),
        bound(t, '<=', range.lte),
        range.isNull === true ? isNull(t) : TRUE,
      ]);
      const isKnown = range.isNull === false || (unknown !== undefined && range.isNull == null && asked !== TRUE);
      return allOf([asked, isKnown ? sql`${column(t, expression)} IS NOT NULL` : TRUE]);
    },
    check: (range, path) => {
      checkAlternatives(range, path);
      checkRange(range, path);
    },
  };
}

/** eq, in, contains and startsWith on text that is kept folded: without regard to accents and case; or `exact`, where it is a code. */
export function matching(expression: string, options: { exact?: boolean } = {}): Condition<TextMatch> {
  const left = (t: string): Sql => column(t, expression);
  const right = (value: Sql): Sql => (options.exact ? value : sql`fold(${value})`);
  return {
    sql: ({ eq, in: list, contains, startsWith }, t) =>
      allOf([
        eq == null ? TRUE : sql`${left(t)} = ${right(sql`${eq}::text`)}`,
        list == null ? TRUE : sql`${left(t)} = ANY (ARRAY(SELECT ${right(raw('v'))} FROM unnest(${list}::text[]) v))`,
        contains == null ? TRUE : sql`${left(t)} LIKE ${right(sql`${`%${likeLiteral(contains)}%`}::text`)}`,
        startsWith == null ? TRUE : sql`${left(t)} LIKE ${right(sql`${`${likeLiteral(startsWith)}%`}::text`)}`,
      ]),
    check: checkAlternatives,
  };
}

/** A condition on the ids of one type. @throws INVALID_ID for ids of another one. */
export function idOf(type: string, column: string): Condition<Alternatives<string>> {
  const condition = oneOf<string>(column, 'text', (id) => fromGlobalId(id, type).slug);
  return {
    sql: (value, t, viewer) => condition.sql(value, t, viewer),
    check: (value, path) => {
      for (const id of [...(value.eq == null ? [] : [value.eq]), ...(value.in ?? [])]) fromGlobalId(id, type);
      condition.check?.(value, path);
    },
  };
}

/**
 * Whether a text is of a script that is written without spaces. PostgreSQL finds neither words nor trigrams in these: the text itself
 * is looked for.
 */
export const isWithoutSpaces = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);

/** A text that has this one in it, which is of such a script: an index of characters leaves few to look at. */
export const hasUnspaced = (expression: string, text: string): Sql =>
  sql`(unspaced_characters(${raw(expression)}) @> unspaced_characters(fold(${text})) AND ${raw(expression)} LIKE fold(${`%${likeLiteral(text)}%`}))`;

export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function checkAlternatives<V>({ eq, in: list }: Alternatives<V>, path: string): void {
  if (eq != null && list != null && !list.includes(eq)) {
    throw invalidFilter(path, '"eq" to be one of "in", or only one of them', { eq, in: list });
  }
}

function checkRange<V>(range: Range<V>, path: string): void {
  const { eq, gt, gte, lt, lte, isNull } = range;
  const bounds = [eq, gt, gte, lt, lte].some((value) => value != null);
  if (isNull === true && bounds) throw invalidFilter(path, 'no bound beside "isNull: true"', range);
  const isBelow = (low: V | null | undefined, high: V | null | undefined, strict: boolean): boolean =>
    low != null && high != null && (strict ? low >= high : low > high);
  const isEmpty =
    isBelow(gt, lt, true) || isBelow(gt, lte, true) || isBelow(gte, lt, true) || isBelow(gte, lte, false) ||
    isBelow(gt, eq, true) || isBelow(gte, eq, false) || isBelow(eq, lt, true) || isBelow(eq, lte, false); // prettier-ignore
  if (isEmpty) throw invalidFilter(path, 'a lower bound below the upper one', range);
}
