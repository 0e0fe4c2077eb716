import DataLoader from 'dataloader';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnsNamed, rowsNamed, withChildren, type Children, type Keeper } from './children';
import type { Queryable, Row, Statement } from './database';
import type { EntityReads, Readable, ReadColumn } from './entity-reads';
import { allOf, TRUE } from './filter';
import { isOneOf } from './parents';
import { Present } from './present';
import type { Scope } from './scope';

/** Stands for the key in the statement for one object, which is made once. */
const ANY_KEY = Symbol('key') as unknown as string;

/** How the objects that one selected field refers to are read, by the values of a unique property. */
export class KeyPlan<T extends Readable = Readable> {
  /** What is read together with its objects. */
  children: Children | undefined;
  private ofOne: Statement | undefined;
  private readonly together = new WeakMap<Queryable, DataLoader<string | number, Row | undefined>>();

  constructor(
    readonly reads: EntityReads<T>,
    readonly property: string,
    readonly columns: readonly ReadColumn[],
    private readonly viewer: Scope,
  ) {}

  /** A statement for the objects with these keys, the key first in each row, and for their children where it is to read `both`. */
  statement(keys: readonly (string | number)[], both: boolean): Statement {
    if (keys.length > 1 || both !== (this.children !== undefined)) return this.newStatement(keys, both);
    this.ofOne ??= written(this.newStatement([ANY_KEY], both));
    return { text: this.ofOne.text, values: this.ofOne.values.map((value) => (value === ANY_KEY ? keys[0] : value)) };
  }

  /** What former keys of this property are called; undefined where there are none. */
  get formerScheme(): string | undefined {
    return this.reads.formerKeys?.schemes[this.property];
  }

  /** The same for former keys. */
  formerStatement(keys: readonly (string | number)[], both: boolean): Statement {
    const { table, owner } = this.reads.formerKeys!;
    const where = sql`t.id = f.${raw(owner)} AND f.scheme = ${this.formerScheme} AND ${isOneOf(raw('f.value'), keys, raw('text'))}`;
    return this.withChildren(sql`SELECT f.value, ${this.select(where, sql`${raw(table)} f, `)}`, both);
  }

  private newStatement(keys: readonly (string | number)[], both: boolean): Sql {
    const key = this.reads.column(this.property).sql('t');
    const type = raw(this.property === 'rowId' ? 'integer' : 'text');
    return this.withChildren(sql`SELECT ${key}, ${this.select(isOneOf(key, keys, type))}`, both);
  }

  private withChildren(objects: Sql, both: boolean): Sql {
    if (!this.children?.together.length || !both) return objects;
    return sql`SELECT row0.*, ${join(this.children.columns(0, 1))}
      FROM (${objects}) ${rowsNamed(0, this.columns.length + 1)}`;
  }

  /** The row of the object with this key, or of the one that it once was the key of, with its children; undefined where there is no such one. */
  read(key: string | number, database: Queryable): Promise<Row | undefined> {
    const { shared } = database;
    // What comes with an object may take long for one of them, and all would wait for it.
    return this.children || !shared ? this.readOne(key, database) : this.togetherOn(shared).load(key);
  }

  private async readOne(key: string | number, database: Queryable): Promise<Row | undefined> {
    const both = this.children !== undefined;
    const [row] = await database.rows(this.statement([key], both));
    if (row || this.formerScheme === undefined) return row;
    return (await database.rows(this.formerStatement([key], both)))[0];
  }

  /**
   * Lookups that many operations ask for at the same time: one statement brings the objects of all. For a lookup alone, most of the time
   * goes into sending a statement and waking PostgreSQL.
   */
  private togetherOn(shared: Queryable): DataLoader<string | number, Row | undefined> {
    let together = this.together.get(shared);
    if (!together) {
      together = new DataLoader((keys) => this.readMany(keys, shared), {
        // What has arrived in this turn of the event loop is together; nothing is kept for the next one.
        batchScheduleFn: setImmediate,
        cache: false,
        maxBatchSize: 100,
      });
      this.together.set(shared, together);
    }
    return together;
  }

  private async readMany(keys: readonly (string | number)[], database: Queryable): Promise<(Row | undefined)[]> {
    const [key, ...others] = new Set(keys);
    if (others.length === 0) return keys.map(constant(await this.readOne(key!, database)));
    const found = byKey(await database.rows(this.statement([key!, ...others], false)));
    const missing = this.formerScheme === undefined ? [] : [key!, ...others].filter((key) => !found.has(key));
    const former = missing.length === 0 ? found : byKey(await database.rows(this.formerStatement(missing, false)));
    return keys.map((key) => found.get(key) ?? former.get(key));
  }

  /** SQL of the object with this key, as JSON. */
  column(key: Sql, depth: number): Sql {
    const where = sql`${this.reads.column(this.property).sql('t')} = ${key}`;
    const width = this.columns.length;
    const columns = [...columnsNamed(depth, width), ...(this.children?.columns(depth, 0) ?? [])];
    return sql`(SELECT json_build_array(${join(columns)}) FROM (SELECT ${this.select(where)}) ${rowsNamed(depth, width)})`;
  }

  object(row: Row, from: number, keeper: Keeper): T {
    this.children?.keep(row, from, from + this.columns.length, keeper);
    return this.reads.instance(this.columns, row, from);
  }

  private select(where: Sql, beside = empty): Sql {
    const conditions = [where, this.reads.visible?.('t', this.viewer) ?? TRUE];
    return sql`${join(this.columns.map((column) => column.sql('t')))}
        FROM ${beside}${raw(this.reads.table)} t WHERE ${allOf(conditions)}`;
  }
}

/** SQL puts its text together each time that it is asked for it. */
const written = ({ text, values }: Sql): Statement => ({ text, values });

/** Rows by the key that comes first in each. */
const byKey = (rows: readonly Row[]): Map<unknown, Row> => new Map(rows.map((row) => [row[0], row]));

const constant =
  <T>(value: T) =>
  (): T =>
    value;

/** The objects of a plan, in one operation: each is read once. */
export class KeyLoads<T extends Readable = Readable> {
  private readonly loader = new DataLoader((keys: readonly (string | number)[]) => this.loadAll(keys));
  private readonly kept = new Map<string | number, T | null>();

  constructor(
    readonly plan: KeyPlan<T>,
    private readonly database: Queryable,
    private readonly keeper: Keeper,
  ) {}

  /** The object with this key; null where there is none, and for what may not be seen. */
  load(key: string | number): Promise<T | null> {
    const kept = this.kept.get(key);
    return kept === undefined ? this.loader.load(key) : new Present(kept);
  }

  keep(key: number, read: unknown): void {
    if (!this.kept.has(key)) this.kept.set(key, read === null ? null : this.plan.object(read as Row, 0, this.keeper));
  }

  private async loadAll(keys: readonly (string | number)[]): Promise<(T | null)[]> {
    const byKey = await this.read((both) => this.plan.statement(keys, both));
    const missing = this.plan.formerScheme === undefined ? [] : keys.filter((key) => !byKey.has(key));
    // Rare, and so not worth a join for all that are there.
    const byFormer = missing.length === 0 ? byKey : await this.read((both) => this.plan.formerStatement(missing, both));
    return keys.map((key) => byKey.get(key) ?? byFormer.get(key) ?? null);
  }

  private async read(statement: (both: boolean) => Statement): Promise<Map<unknown, T>> {
    const rows = await withChildren(this.plan.children, (both) => this.database.rows(statement(both)));
    return new Map(rows.map((row) => [row[0], this.plan.object(row, 1, this.keeper)]));
  }
}
