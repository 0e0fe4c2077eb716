import DataLoader from 'dataloader';
import { isObjectType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type Connection } from './connection';
import type { Database, Row } from './database';
import type { EntityReads, Readable } from './entity-reads';
import { allOf, TRUE } from './filter';
import type { List, ListArgs, Many } from './list';
import { ListPlan } from './list-plan';
import { isOneOf, parentTable } from './parents';
import { PUBLIC, type Scope } from './scope';
import { subfields } from './selection';

type Loader<T> = DataLoader<string | number, T | null>;

/**
 * Reads the graph for one operation. What a field needs is planned once, when its first parent asks, and read in one statement for
 * all parents that ask in the same tick: resolvers never see SQL, and cannot ask for one row at a time.
 */
export class Reader {
  // graphql-js hands the same array of nodes to a field's resolver for all of its parents.
  private readonly plans = new Map<unknown, unknown>();

  constructor(
    private readonly database: Database,
    /** The reader's languages, best first; empty for the original ones. */
    readonly locales: readonly string[] = [],
    /** Whose eyes it reads with. */
    readonly viewer: Scope = PUBLIC,
  ) {}

  /** A page of a list: of a parent's, or of a root list where the parent is null. */
  list<T extends Readable, A extends ListArgs>(
    list: List<T, A>,
    parent: number | null,
    args: A,
    info: GraphQLResolveInfo,
  ): Promise<Connection<T>> {
    const plan = this.planned(
      info.fieldNodes,
      () => new ListPlan(this.database, list, args, info, this.locales, this.viewer),
    );
    return plan.load(parent);
  }

  /** What a record links to: where its list was read with it joined, that; else the object with the row id. */
  async linked<T extends Readable>(
    record: object,
    field: string,
    reads: EntityReads<T>,
    rowId: number | null,
    info: GraphQLResolveInfo,
  ): Promise<T | null> {
    const joined = (record as Record<string, T | null | undefined>)[field];
    return joined === undefined ? this.byRow(reads, rowId, info) : joined;
  }

  /** The object with this row id; null for null, and for what may not be seen. */
  async byRow<T extends Readable>(
    reads: EntityReads<T>,
    rowId: number | null,
    info: GraphQLResolveInfo,
  ): Promise<T | null> {
    return rowId === null ? null : this.by(reads, 'rowId', 'integer', info, info.fieldNodes).load(rowId);
  }

  /**
   * The object with this value in a unique property; null where there is none, and for what may not be seen. `fields` are those
   * that hold its selection, where it is not the field itself.
   */
  byKey<T extends Readable>(
    reads: EntityReads<T>,
    property: string,
    value: string,
    info: GraphQLResolveInfo,
    fields = info.fieldNodes,
  ): Promise<T | null> {
    return this.by(reads, property, 'text', info, fields).load(value);
  }

  /** All rows of a short list that belongs to a parent and is not paged. */
  many<T extends Readable, A extends ListArgs>(
    many: Many<T, A>,
    parent: number,
    args: A,
    info: GraphQLResolveInfo,
  ): Promise<T[]> {
    const loader = this.planned(info.fieldNodes, () => {
      const reads = many.node();
      const columns = reads.columnsFor(this.selected(reads, info, info.fieldNodes), info, this.locales);
      const scope = { args, parent: raw('parent.id'), viewer: this.viewer };
      const where = allOf([...many.where(scope), reads.visible?.(many.t, this.viewer) ?? TRUE]);
      return new DataLoader(async (parents: readonly number[]) => {
        const rows = await this.grouped(
          parents,
          sql`SELECT parent.id, x.* FROM ${parentTable(parents)} CROSS JOIN LATERAL (
            SELECT ${join(columns.map((column) => column.sql(many.t)))} FROM ${many.from(scope)}
            WHERE ${where} ORDER BY ${raw(many.orderBy)}) x`,
        );
        return rows.map((own) => own.map((row) => reads.instance(columns, row, 1)));
      });
    });
    return loader.load(parent);
  }

  /**
   * Rows that belong to many parents and are no list of their own: one statement for the parents' row ids, which gives the parent's
   * id in the first column.
   */
  rowsOf(parent: number, key: unknown, statement: (parents: readonly number[]) => Sql): Promise<Row[]> {
    const loader = this.planned(
      key,
      () => new DataLoader((parents: readonly number[]) => this.grouped(parents, statement(parents))),
    );
    return loader.load(parent);
  }

  /** The rows of one statement that belongs to the operation itself. */
  rows(statement: Sql): Promise<Row[]> {
    return this.database.rows(statement);
  }

  private by<T extends Readable>(
    reads: EntityReads<T>,
    property: string,
    type: string,
    info: GraphQLResolveInfo,
    fields: readonly FieldNode[],
  ): Loader<T> {
    const perType = this.planned(info.fieldNodes, () => new Map<string, Loader<T>>());
    const name = `${reads.type.name} ${property}`;
    let loader = perType.get(name);
    if (!loader) perType.set(name, (loader = new DataLoader(this.objects(reads, property, type, info, fields))));
    return loader;
  }

  private objects<T extends Readable>(
    reads: EntityReads<T>,
    property: string,
    type: string,
    info: GraphQLResolveInfo,
    fields: readonly FieldNode[],
  ) {
    const columns = reads.columnsFor(this.selected(reads, info, fields), info, this.locales);
    const key = reads.column(property).sql('t');
    return async (keys: readonly (string | number)[]): Promise<(T | null)[]> => {
      const rows = await this.database.rows(sql`SELECT ${key}, ${join(columns.map((column) => column.sql('t')))}
        FROM ${raw(reads.table)} t WHERE ${allOf([isOneOf(key, keys, raw(type)), reads.visible?.('t', this.viewer) ?? TRUE])}`);
      const byKey = new Map(rows.map((row) => [row[0], reads.instance(columns, row, 1)]));
      return keys.map((value) => byKey.get(value) ?? null);
    };
  }

  private selected(reads: EntityReads, info: GraphQLResolveInfo, fields: readonly FieldNode[]): FieldNode[] {
    const type = info.schema.getType(reads.type.name);
    return isObjectType(type) ? subfields(info, type, fields) : [];
  }

  private async grouped(parents: readonly number[], statement: Sql): Promise<Row[][]> {
    const byParent = new Map<number, Row[]>(parents.map((parent) => [parent, []]));
    for (const row of await this.database.rows(statement)) byParent.get(row[0] as number)?.push(row);
    return parents.map((parent) => byParent.get(parent)!);
  }

  private planned<P>(key: unknown, create: () => P): P {
    let plan = this.plans.get(key) as P | undefined;
    if (plan === undefined) this.plans.set(key, (plan = create()));
    return plan;
  }
}
