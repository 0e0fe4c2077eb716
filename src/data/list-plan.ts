import DataLoader from 'dataloader';
import { getNamedType, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Connection, type Edge, type ListStatements } from './connection';
import type { Database, Row } from './database';
import type { EntityReads, Readable, ReadColumn } from './entity-reads';
import { allOf, TRUE } from './filter';
import { joinsFor, type Join } from './join';
import type { List, ListArgs, ListScope } from './list';
import { PageRequest } from './page';
import { parentTable } from './parents';
import type { Scope } from './scope';
import { fieldsAt, subfields } from './selection';

/** The one parent of a root list. */
const ROOT = 0;

const OF_PAGE = new Set(['nodes', 'edges', 'pageInfo']);

/**
 * How one selected field that is a list is read, for all of its parents in an operation: a statement for their pages, and one for
 * their totals where these are selected.
 */
export class ListPlan<T extends Readable, A extends ListArgs> implements ListStatements {
  private readonly node: EntityReads<T>;
  private readonly page: PageRequest;
  private readonly columns: ReadColumn[];
  private readonly joins: Join[];
  private readonly edgeFields: string[];
  private readonly withCursors: boolean;
  private readonly selected: ReadonlySet<string>;
  private readonly pages = new DataLoader((parents: readonly number[]) => this.loadPages(parents));
  private readonly totals = new DataLoader((parents: readonly number[]) => this.loadTotals(parents));

  constructor(
    private readonly database: Database,
    readonly list: List<T, A>,
    private readonly args: A,
    info: GraphQLResolveInfo,
    locales: readonly string[],
    private readonly viewer: Scope,
  ) {
    this.node = list.node();
    const orderName = args.orderBy?.field ?? list.defaultOrder;
    const slug = list.slug ?? `${list.t}.${this.node.slug}`;
    this.page = new PageRequest(args.page, list.orders()[orderName]!, slug, orderName, args.orderBy?.direction);
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    const namesAt = (path: string[]): string[] => fieldsAt(info, type, info.fieldNodes, path).map(nameOf);
    this.selected = new Set(subfields(info, type, info.fieldNodes).map(nameOf));
    const edges = namesAt(['edges']);
    this.withCursors = edges.includes('cursor') || namesAt(['pageInfo']).some((name) => name.endsWith('Cursor'));
    this.edgeFields = Object.keys(list.edge ?? {}).filter((name) => edges.includes(name));
    const nodes = [['nodes'], ['edges', 'node']].flatMap((path) => fieldsAt(info, type, info.fieldNodes, path));
    this.columns = this.node.columnsFor(nodes, info, locales);
    this.joins = joinsFor(this.node, list.t, nodes, info, locales);
  }

  /** The connection of one parent; root lists have none. */
  async load(parent: number | null): Promise<Connection<T>> {
    const key = parent ?? ROOT;
    const [page, totalCount] = await Promise.all([
      [...this.selected].some((name) => OF_PAGE.has(name)) ? this.pages.load(key) : Connection.emptyPage<T>(),
      this.selected.has('totalCount') ? this.totals.load(key) : null,
    ]);
    return new Connection(page, totalCount, this, key);
  }

  /**
   * A statement with one or more rows for each parent: `select` of the rows of its list, whatever the page. The parent's id comes
   * first in each row.
   */
  statement(parents: readonly number[], select: (from: Sql, where: Sql) => Sql): Sql {
    const scope: ListScope<A> = { args: this.args, parent: raw('parent.id'), viewer: this.viewer };
    const visible = this.node.visible?.(this.list.t, this.viewer) ?? TRUE;
    const body = select(this.list.from(scope), allOf([...this.list.where(scope), visible]));
    if (!this.list.ofParent) return sql`SELECT ${raw(String(ROOT))}, x.* FROM (${body}) x`;
    return sql`SELECT parent.id, x.* FROM ${parentTable(parents)} CROSS JOIN LATERAL (${body}) x`;
  }

  /** The rows of a statement of this plan by parent, in the order of the parents. */
  async rowsByParent(parents: readonly number[], statement: Sql): Promise<Row[][]> {
    const byParent = new Map<number, Row[]>(parents.map((parent) => [parent, []]));
    // A LATERAL subquery's rows of one parent stay together and in their order: there is no other way to execute it.
    for (const row of await this.database.rows(statement)) byParent.get(row[0] as number)?.push(row);
    return parents.map((parent) => byParent.get(parent)!);
  }

  private async loadPages(parents: readonly number[]) {
    const { list, page } = this;
    const scope: ListScope<A> = { args: this.args, parent: raw('parent.id'), viewer: this.viewer };
    const columns = [
      ...(this.withCursors ? [page.cursorColumns()] : []),
      ...this.edgeFields.map((field) => list.edge![field]!(scope)),
      ...this.columns.map((column) => column.sql(list.t)),
      ...this.joins.flatMap(({ columns, alias }) => columns.map((column) => column.sql(alias))),
    ];
    const joined = this.joins.map((join) => join.from());
    const statement = this.statement(
      parents,
      (from, where) =>
        sql`SELECT ${join(columns)} FROM ${from}${joined.length ? join(joined, '') : empty}
          WHERE ${allOf([where, ...page.condition()])} ${page.orderAndLimit()}`,
    );
    return (await this.rowsByParent(parents, statement)).map((rows) => {
      const { rows: kept, ...more } = page.cut(rows);
      return { edges: kept.map((row) => this.edge(row)), ...more };
    });
  }

  private async loadTotals(parents: readonly number[]): Promise<number[]> {
    const statement = this.statement(parents, (from, where) => sql`SELECT count(*) FROM ${from} WHERE ${where}`);
    return (await this.rowsByParent(parents, statement)).map((rows) => rows[0]?.[1] as number);
  }

  private edge(row: Row): Edge<T> {
    const fieldsFrom = this.withCursors ? 3 : 1;
    const cursor = this.withCursors ? this.page.cursor(row[1] as string, row[2] as string) : '';
    const nodeFrom = fieldsFrom + this.edgeFields.length;
    const node = this.node.instance(this.columns, row, nodeFrom);
    let offset = nodeFrom + this.columns.length;
    for (const join of this.joins) {
      (node as Record<string, unknown>)[join.field] = join.target(row, offset);
      offset += join.columns.length;
    }
    const own = Object.fromEntries(this.edgeFields.map((field, i) => [field, row[fieldsFrom + i]]));
    return { cursor, node, ...own };
  }
}

const nameOf = (field: FieldNode): string => field.name.value;
