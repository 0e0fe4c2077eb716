import type { PageInfo } from '../graphql/pages';

/**
 * Where a page lies in its list; its cursors are made when they are asked for. A class, for V8 makes a hidden class of each object that
 * is written with getters, and all that these see lives until old objects are collected.
 */
export class PageEnds implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  /** @param cursorAt the cursor of the first item (0), or of the last one (-1); null where there is none */
  constructor(
    { hasNextPage, hasPreviousPage }: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>,
    private readonly cursorAt: (i: 0 | -1) => string | null,
  ) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.cursorAt(0);
  }

  get endCursor(): string | null {
    return this.cursorAt(-1);
  }
}
