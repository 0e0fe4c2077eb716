import type { PageInfo } from '../graphql/pages';
import type { Readable } from './entity-reads';
import type { Sql } from 'sql-template-tag';
import type { Row } from './database';
import { PageEnds } from './page-ends';

/** A node in its list; some lists say more about it. */
export interface Edge<T> {
  cursor: string;
  node: T;
}

/** The rows of one page, and whether there are more. */
export interface Page<T> {
  edges: Edge<T>[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** How a list was read: for fields that count the same rows in other ways. */
export interface ListStatements {
  /** A statement over the rows of each parent's list, whatever the page; the parent's id comes first in its rows. */
  statement(parents: readonly number[], select: (from: Sql, where: Sql) => Sql): Sql;
  /** Runs one, and gives its rows by parent. */
  rowsByParent(parents: readonly number[], statement: Sql): Promise<Row[][]>;
}

/** What a list's field resolves to. What was not selected was not read. */
export class Connection<T extends Readable = Readable> {
  constructor(
    private readonly page: Page<T>,
    readonly totalCount: number | null,
    readonly plan: ListStatements,
    readonly parent: number,
  ) {}

  static emptyPage<T>(): Page<T> {
    return { edges: [], hasNextPage: false, hasPreviousPage: false };
  }

  get edges(): Edge<T>[] {
    return this.page.edges;
  }

  get nodes(): T[] {
    return this.page.edges.map(({ node }) => node);
  }

  get pageInfo(): PageInfo {
    return new PageEnds(this.page, (i) => this.page.edges.at(i)?.cursor ?? null);
  }
}
