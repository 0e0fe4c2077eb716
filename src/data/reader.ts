import DataLoader from 'dataloader';
import { isObjectType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Child, Keeper } from './children';
import { type Connection } from './connection';
import type { Queryable, Row } from './database';
import type { EntityReads, Readable } from './entity-reads';
import { allOf, TRUE } from './filter';
import { fieldKey } from './field-key';
import { KeyLoads, type KeyPlan } from './key-plan';
import type { List, ListArgs, Many } from './list';
import { ListLoads } from './list-loads';
import { ListPlan } from './list-plan';
import { parentTable } from './parents';
import { Planner } from './planner';
import { Present } from './present';
import { PUBLIC, type Scope } from './scope';
import { subfields } from './selection';

/**
 * Reads the graph for one operation. What a field needs is planned once, when its first parent asks, and read in one statement for
 * all parents that ask in the same tick: resolvers never see SQL, and cannot ask for one row at a time.
 */
export class Reader implements Keeper {
  private readonly loads = new Map<unknown, unknown>();
  private readonly ofChildren = new Map<Child, { keep(key: number, read: unknown): void }>();
  private readonly planner: Planner;

  constructor(
    private readonly database: Queryable,
    /** The reader's languages, best first; empty for the original ones. */
    readonly locales: readonly string[] = [],
    /** Whose eyes it reads with. */
    readonly viewer: Scope = PUBLIC,
  ) {
    this.planner = new Planner(locales, viewer, { all: database.maxNestedRows, together: Infinity });
  }

  /** Whatever it reads from now on is no older than what the primary had written up to a position of its write-ahead log. */
  keepUpWith(position: number): void {
    this.database.keepUpWith?.(position);
  }

  /** A page of a list: of a parent's, or of a root list where the parent is null. */
  list<T extends Readable, A extends ListArgs>(
    list: List<T, A>,
    parent: number | null,
    args: A,
    info: GraphQLResolveInfo,
  ): Promise<Connection<T>> {
    return this.once(
      fieldKey(info.fieldNodes),
      () => new ListLoads(this.planner.list(list, args, info), this.database, this),
    ).load(parent);
  }

  /** What a record links to: where its list was read with it joined, that; else the object with the row id. */
  linked<T extends Readable>(
    record: object,
    field: string,
    reads: EntityReads<T>,
    rowId: number | null,
    info: GraphQLResolveInfo,
  ): Promise<T | null> {
    const joined = (record as Record<string, T | null | undefined>)[field];
    return joined === undefined ? this.byRow(reads, rowId, info) : new Present(joined);
  }

  /** The object with this row id; null for null, and for what may not be seen. */
  byRow<T extends Readable>(reads: EntityReads<T>, rowId: number | null, info: GraphQLResolveInfo): Promise<T | null> {
    return rowId === null ? new Present(null) : this.by(reads, 'rowId', info, info.fieldNodes).load(rowId);
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
    return this.by(reads, property, info, fields).load(value);
  }

  /** All rows of a short list that belongs to a parent and is not paged. */
  many<T extends Readable, A extends ListArgs>(
    many: Many<T, A>,
    parent: number,
    args: A,
    info: GraphQLResolveInfo,
  ): Promise<T[]> {
    const loader = this.once(fieldKey(info.fieldNodes), () => {
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
    const loader = this.once(
      key,
      () => new DataLoader((parents: readonly number[]) => this.grouped(parents, statement(parents))),
    );
    return loader.load(parent);
  }

  /** The rows of one statement that belongs to the operation itself. */
  rows(statement: Sql): Promise<Row[]> {
    return this.database.rows(statement);
  }

  keep(child: Child, key: number, read: unknown): void {
    let loads = this.ofChildren.get(child);
    if (!loads) this.ofChildren.set(child, (loads = this.loadsOf(child)));
    loads.keep(key, read);
  }

  private loadsOf({ field, plan }: Child): { keep(key: number, read: unknown): void } {
    return plan instanceof ListPlan
      ? this.once(field, () => new ListLoads(plan, this.database, this))
      : this.ofType(field, plan.reads, plan.property, () => plan);
  }

  private by<T extends Readable>(
    reads: EntityReads<T>,
    property: string,
    info: GraphQLResolveInfo,
    fields: readonly FieldNode[],
  ): KeyLoads<T> {
    const plan = () => this.planner.byKey(reads, property, info, fields);
    return this.ofType(fieldKey(info.fieldNodes), reads, property, plan);
  }

  /** A field may refer to objects of several types: `node` does. */
  private ofType<T extends Readable>(
    field: unknown,
    reads: EntityReads<T>,
    property: string,
    plan: () => KeyPlan<T>,
  ): KeyLoads<T> {
    const ofField = this.once<KeyLoads<T>[]>(field, () => []);
    let loads = ofField.find(({ plan }) => plan.reads === reads && plan.property === property);
    if (!loads) ofField.push((loads = new KeyLoads(plan(), this.database, this)));
    return loads;
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

  private once<P>(key: unknown, create: () => P): P {
    let made = this.loads.get(key) as P | undefined;
    if (made === undefined) this.loads.set(key, (made = create()));
    return made;
  }
}
