import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnsNamed, rowsNamed, type Children, type Keeper } from './children';
import type { Edge, Page } from './connection';
import type { Row } from './database';
import { allOf, TRUE } from './filter';
import type { List, ListArgs, ListScope } from './list';
import type { ListSelection } from './list-selection';
import type { Readable } from './entity-reads';
import { PageRequest } from './page';
import { parentTable } from './parents';
import type { Scope } from './scope';

/** The one parent of a root list. */
export const ROOT = 0;
const ROOT_KEY = raw(String(ROOT));

/** How one selected field that is a list is read, for all of its parents: the statements for their pages and totals. */
export class ListPlan<T extends Readable = Readable, A extends ListArgs = ListArgs> {
  readonly page: PageRequest;

  /** @throws INVALID_PAGE, INVALID_CURSOR */
  constructor(
    readonly list: List<T, A>,
    private readonly args: A,
    readonly selection: ListSelection<T>,
    private readonly viewer: Scope,
  ) {
    const orderName = args.orderBy?.field ?? list.defaultOrder;
    const slug = list.slug ?? `${list.t}.${selection.node.slug}`;
    this.page = new PageRequest(args.page, list.orders()[orderName]!, slug, orderName, args.orderBy?.direction);
  }

  get children(): Children | undefined {
    return this.selection.children;
  }

  /**
   * A statement with one or more rows for each parent: `select` of the rows of its list, whatever the page. The parent's id comes
   * first in each row.
   */
  statement(parents: readonly number[], select: (from: Sql, where: Sql) => Sql): Sql {
    const scope = this.scope(raw('parent.id'));
    return this.ofParents(parents, select(this.list.from(scope), this.where(scope)));
  }

  /** A statement for the parents' pages, and for the children of their nodes where it is to read `both`. */
  pages(parents: readonly number[], both: boolean): Sql {
    const isAlone = !this.children?.together.length || !both;
    // PostgreSQL makes each row a second time where there is a constant around a page.
    if (isAlone && !this.list.ofParent) return this.select(ROOT_KEY, [ROOT_KEY]);
    const page = this.select(raw('parent.id'));
    if (isAlone) return this.ofParents(parents, page);
    const { nodeFrom, width } = this.selection;
    const children = this.children.columns(0, nodeFrom);
    return this.ofParents(parents, sql`SELECT row0.*, ${join(children)} FROM (${page}) ${rowsNamed(0, width)}`);
  }

  /** SQL of the page of the parent with this key, as JSON. */
  column(key: Sql, depth: number): Sql {
    const { nodeFrom, width } = this.selection;
    const columns = [...columnsNamed(depth, width), ...(this.children?.columns(depth, nodeFrom) ?? [])];
    return sql`(SELECT json_agg(json_build_array(${join(columns)})) FROM (${this.select(key)}) ${rowsNamed(depth, width)})`;
  }

  /** The page in rows whose columns begin at `from`. */
  pageOf(rows: readonly Row[], from: number, keeper: Keeper): Page<T> {
    const { rows: kept, ...more } = this.page.cut(rows);
    return { edges: kept.map((row) => this.edge(row, from, keeper)), ...more };
  }

  private edge(row: Row, from: number, keeper: Keeper): Edge<T> {
    const { cursorWidth, edgeFields, nodeFrom } = this.selection;
    const node = this.selection.nodeOf(row, from + nodeFrom, keeper);
    const edge: Edge<T> & Record<string, unknown> = new RowEdge(node, this, row, from) as never;
    const fieldsFrom = from + cursorWidth;
    edgeFields.forEach((field, i) => (edge[field] = row[fieldsFrom + i]));
    return edge;
  }

  /** The rows of one parent's page, with these columns before its own. */
  private select(parent: Sql, before: readonly Sql[] = []): Sql {
    const { list, page, selection } = this;
    const scope = this.scope(parent);
    const columns = [
      ...before,
      ...page.cursorColumns().slice(0, selection.cursorWidth),
      ...selection.edgeFields.map((field) => list.edge![field]!(scope)),
      selection.nodeColumns,
    ];
    const joined = selection.joins.map((join) => join.from());
    return sql`SELECT ${join(columns)} FROM ${list.from(scope)}${joined.length ? join(joined, '') : empty}
      WHERE ${allOf([this.where(scope), ...page.condition()])} ${page.orderAndLimit()}`;
  }

  private where(scope: ListScope<A>): Sql {
    const { list, viewer } = this;
    return allOf([...list.where(scope), this.selection.node.visible?.(list.t, viewer) ?? TRUE]);
  }

  private scope(parent: Sql): ListScope<A> {
    return { args: this.args, parent, viewer: this.viewer };
  }

  private ofParents(parents: readonly number[], body: Sql): Sql {
    return this.list.ofParent
      ? sql`SELECT parent.id, x.* FROM ${parentTable(parents)} CROSS JOIN LATERAL (${body}) x`
      : sql`SELECT ${ROOT_KEY}, x.* FROM (${body}) x`;
  }
}

/** An edge whose cursor is made when it is asked for: of most pages that of the last one alone is. */
class RowEdge<T> implements Edge<T> {
  constructor(
    readonly node: T,
    private readonly plan: { page: PageRequest; selection: Pick<ListSelection, 'cursorOf'> },
    private readonly row: Row,
    private readonly from: number,
  ) {}

  get cursor(): string {
    const { selection, page } = this.plan;
    return selection.cursorOf(page, (at) => this.row[at], this.from);
  }
}
