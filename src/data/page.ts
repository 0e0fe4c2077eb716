import sql, { raw, type Sql } from 'sql-template-tag';
import { invalidCursor, invalidPage } from '../graphql/errors';
import type { OrderDirection } from '../graphql/inputs';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, type PageArgs } from '../graphql/pages';
import { decodeCursor, encodeCursor, type Position } from './cursor';

export type Direction = `${OrderDirection}`;

/** A way to order a list: by an expression that is never null, then by slug in the same direction. */
export interface Order {
  /** SQL of the sort key. */
  key: string;
  /** Its type in PostgreSQL. */
  type: 'text' | 'integer' | 'numeric' | 'date' | 'timestamptz';
  /** The direction where none is asked for. */
  natural: Direction;
}

// What PostgreSQL prints for a sort key, and so reads again.
const PRINTED: Record<Order['type'], RegExp> = {
  text: /^/,
  integer: /^-?\d{1,10}$/,
  numeric: /^\d+(\.\d+)?$/,
  date: /^(-infinity|\d{4,}-\d\d-\d\d)$/,
  timestamptz: /^(-infinity|\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00)$/,
};

/** @throws INVALID_PAGE unless at most one of first and last is given, from 1 to 100. */
export function checkPageSize({ first, last }: PageArgs): void {
  if (first != null && last != null) throw invalidPage('either "first" or "last"', 'both');
  const [name, size] = last != null ? ['last', last] : ['first', first];
  if (size == null || (size >= 1 && size <= MAX_PAGE_SIZE)) return;
  throw invalidPage(`"${name}" to be from 1 to ${MAX_PAGE_SIZE}`, String(size));
}

/** One page of an ordered list, as keyset pagination reads it: stable while rows come and go. */
export class PageRequest {
  readonly size: number;
  private readonly isBackwards: boolean;
  private readonly after: Position | undefined;
  private readonly before: Position | undefined;
  private readonly orderName: string;
  private readonly direction: Direction;

  /**
   * @param slug SQL of the slug that tells apart rows with the same sort key.
   * @throws INVALID_PAGE, INVALID_CURSOR
   */
  constructor(
    args: PageArgs,
    private readonly order: Order,
    private readonly slug: string,
    name: string,
    direction: Direction | null | undefined,
  ) {
    checkPageSize(args);
    this.direction = direction ?? order.natural;
    this.orderName = `${name} ${this.direction}`;
    this.isBackwards = args.last != null || (args.first == null && args.before != null && args.after == null);
    this.size = args.first ?? args.last ?? DEFAULT_PAGE_SIZE;
    this.after = this.position(args.after);
    this.before = this.position(args.before);
  }

  /** What a row needs to have beside it for its cursor: the sort key as text, and the slug. */
  cursorColumns(): Sql[] {
    return [raw(`(${this.order.key})::text`), raw(this.slug)];
  }

  /** The rows between the cursors. */
  condition(): Sql[] {
    const beyond = (position: Position, operator: string): Sql =>
      sql`(${raw(this.order.key)}, ${raw(this.slug)}) ${raw(operator)} (${position.value}::${raw(this.order.type)}, ${position.slug}::text)`;
    const [behind, ahead] = this.direction === 'ASC' ? ['>', '<'] : ['<', '>'];
    return [...(this.after ? [beyond(this.after, behind)] : []), ...(this.before ? [beyond(this.before, ahead)] : [])];
  }

  /**
   * One row more than the page holds, to know whether there are more. The size is part of the text: only a plan that knows it can be as good
   * as one made for its values, and so be kept by PostgreSQL.
   */
  orderAndLimit(): Sql {
    const direction = (this.direction === 'ASC') === this.isBackwards ? 'DESC' : 'ASC';
    const { key } = this.order;
    return raw(`ORDER BY ${key} ${direction}, ${this.slug} ${direction} LIMIT ${this.size + 1}`);
  }

  /** The rows of the page in the list's order, and whether there are others on either side of it. */
  cut<R>(rows: readonly R[]): { rows: R[]; hasNextPage: boolean; hasPreviousPage: boolean } {
    const hasMore = rows.length > this.size;
    const kept = rows.slice(0, this.size);
    return this.isBackwards
      ? { rows: kept.reverse(), hasPreviousPage: hasMore, hasNextPage: this.before !== undefined }
      : { rows: kept, hasNextPage: hasMore, hasPreviousPage: this.after !== undefined };
  }

  cursor(value: string, slug: string): string {
    return encodeCursor(this.orderName, { value, slug });
  }

  private position(cursor: string | null | undefined): Position | undefined {
    if (cursor == null) return undefined;
    const position = decodeCursor(cursor, this.orderName);
    if (!PRINTED[this.order.type].test(position.value)) throw invalidCursor(cursor);
    return position;
  }
}
