import type pg from 'pg';
import { copyRows, type CopyRow } from '../../src/import/copy';
import { Random } from './random';

/** What a part of the generator works with. */
export class Filling {
  constructor(
    readonly client: pg.Client,
    private readonly size: number,
  ) {}

  /** How many rows make this many at full size. */
  count(atFullSize: number): number {
    return Math.max(1, Math.round(atFullSize * this.size));
  }

  /** Each part has random numbers of its own, so that a change in one leaves the others as they are. */
  random(part: string): Random {
    return new Random(part);
  }

  copy(table: string, columns: string, rows: Iterable<CopyRow>): Promise<void> {
    return copyRows(this.client, table, columns.split(' '), rows);
  }

  /** The ids for this many new rows of a table, behind those that are there. */
  async newIds(table: string, count: number): Promise<number[]> {
    const [[last]] = (await this.rows(`SELECT coalesce(max(id), 0) FROM ${table}`)) as [[number]];
    return Array.from({ length: count }, (_, i) => last + 1 + i);
  }

  async rows(text: string): Promise<unknown[][]> {
    return (await this.client.query<unknown[]>({ text, rowMode: 'array' })).rows;
  }

  /** Pairs of ids that a table has already, for what must not be there twice. */
  async pairs(table: string, one: string, other: string): Promise<Pairs> {
    const pairs = new Pairs();
    for (const [a, b] of (await this.rows(`SELECT ${one}, ${other} FROM ${table}`)) as [number, number][])
      pairs.add(a, b);
    return pairs;
  }
}

/** A set of pairs of row ids. */
export class Pairs {
  private readonly keys = new Set<number>();

  /** @returns whether the pair is new */
  add(one: number, other: number): boolean {
    const key = one * 2 ** 24 + other;
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    return true;
  }
}

/** An array as PostgreSQL reads it; the items have no comma, quote or brace. */
export const array = (items: readonly string[]): string => `{${items.join(',')}}`;
