import DataLoader from 'dataloader';
import sql, { type Sql } from 'sql-template-tag';
import { withChildren, type Keeper } from './children';
import { Connection, type ListStatements, type Page } from './connection';
import type { Queryable, Row } from './database';
import type { Readable } from './entity-reads';
import type { ListArgs } from './list';
import { ROOT, type ListPlan } from './list-plan';
import { Present } from './present';

/** The pages and totals of a plan, in one operation: one statement for all parents that ask in the same tick. */
export class ListLoads<T extends Readable = Readable, A extends ListArgs = ListArgs> implements ListStatements {
  private readonly pages = new DataLoader((parents: readonly number[]) => this.loadPages(parents));
  private readonly totals = new DataLoader((parents: readonly number[]) => this.loadTotals(parents));
  private readonly kept = new Map<number, Page<T>>();

  constructor(
    private readonly plan: ListPlan<T, A>,
    private readonly database: Queryable,
    private readonly keeper: Keeper,
  ) {}

  /** The connection of one parent; root lists have none. */
  load(parent: number | null): Promise<Connection<T>> {
    const key = parent ?? ROOT;
    const { withPage, withTotal } = this.plan.selection;
    const kept = this.kept.get(key);
    if (kept && !withTotal) return new Present(new Connection(kept, null, this, key));
    const page = kept ?? (withPage ? this.pages.load(key) : Connection.emptyPage<T>());
    return this.connection(key, page, withTotal ? this.totals.load(key) : null);
  }

  /** Keeps the page of a parent that was read together with it. */
  keep(key: number, read: unknown): void {
    this.kept.set(key, this.plan.pageOf((read ?? []) as Row[], 0, this.keeper));
  }

  statement(parents: readonly number[], select: (from: Sql, where: Sql) => Sql): Sql {
    return this.plan.statement(parents, select);
  }

  async rowsByParent(parents: readonly number[], statement: Sql): Promise<Row[][]> {
    const byParent = new Map<number, Row[]>(parents.map((parent) => [parent, []]));
    // A LATERAL subquery's rows of one parent stay together and in their order: there is no other way to execute it.
    for (const row of await this.database.rows(statement)) byParent.get(row[0] as number)?.push(row);
    return parents.map((parent) => byParent.get(parent)!);
  }

  private async connection(
    key: number,
    page: Page<T> | Promise<Page<T>>,
    total: Promise<number> | null,
  ): Promise<Connection<T>> {
    if (!total) return new Connection(await page, null, this, key);
    const [own, count] = await Promise.all([page, total]);
    return new Connection(own, count, this, key);
  }

  private async loadPages(parents: readonly number[]): Promise<Page<T>[]> {
    const { plan } = this;
    const rows = await withChildren(plan.children, (both) => this.rowsByParent(parents, plan.pages(parents, both)));
    return rows.map((own) => plan.pageOf(own, 1, this.keeper));
  }

  private async loadTotals(parents: readonly number[]): Promise<number[]> {
    const statement = this.statement(parents, (from, where) => sql`SELECT count(*) FROM ${from} WHERE ${where}`);
    return (await this.rowsByParent(parents, statement)).map((rows) => rows[0]?.[1] as number);
  }
}
