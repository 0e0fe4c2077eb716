import { raw, type Sql } from 'sql-template-tag';
import type { ReadColumn } from './entity-reads';
import type { KeyPlan } from './key-plan';
import type { ListPlan } from './list-plan';
import { isTimeout } from './outage';

/** What belongs to each row of a statement: a list, or what the row refers to. */
export interface Child {
  /** The selected field. */
  field: unknown;
  plan: ListPlan | KeyPlan;
  /** Which of the row's columns holds the key. */
  keyAt: number;
  /** Whether it is all that the field's resolver gives. */
  isWhole: boolean;
  /** Whether a statement of its own reads it for all rows; else that of the rows does, as one more column. */
  isApart: boolean;
}

/** Keeps what was read with other rows, until its field is resolved. */
export interface Keeper {
  keep(child: Child, key: number, read: unknown): void;
}

/** What belongs to the rows of a statement: what is read together with them, and behind it what is read apart. */
export class Children {
  readonly together: readonly Child[];
  readonly apart: readonly Child[];
  /** Whether any of them, or of what belongs to these, is read apart. */
  readonly haveApart: boolean;
  private readonly all: readonly Child[];
  private made: Sql[] | undefined;

  private constructor(children: readonly Child[]) {
    this.together = children.filter(({ isApart }) => !isApart);
    this.apart = children.filter(({ isApart }) => isApart);
    this.all = [...this.together, ...this.apart];
    this.haveApart = children.some(({ isApart, plan }) => isApart || plan.children?.haveApart);
  }

  /** @param found with the property of the row that holds the key */
  static of(
    columns: readonly ReadColumn[],
    found: readonly (Omit<Child, 'keyAt'> & { key: string })[],
  ): Children | undefined {
    const children = found.flatMap(({ key, ...child }) => {
      const keyAt = columns.findIndex(({ property }) => property === key);
      return keyAt < 0 ? [] : [{ ...child, keyAt }];
    });
    return children.length === 0 ? undefined : new Children(children);
  }

  /** Which of them is what a selected field asks for; -1 for none. */
  indexOf(field: unknown): number {
    return this.all.findIndex((child) => child.isWhole && child.field === field);
  }

  at(i: number): Child {
    return this.all[i]!;
  }

  /** The columns of those that are read together, in a statement over rows that are so deep in it, and whose columns of the object begin at `from`. */
  columns(depth: number, from: number): Sql[] {
    const make = () =>
      this.together.map(({ plan, keyAt }) => plan.column(raw(columnName(depth, from + keyAt)), depth + 1));
    // They always stand at the same place, and outlive the statement in what is kept of a document.
    return (this.made ??= make());
  }

  /** Keeps what a row, whose columns of the object begin at `from`, has brought from the column `at` on, if it has. */
  keep(row: readonly unknown[], from: number, at: number, keeper: Keeper): void {
    if (row.length === at) return;
    for (const [i, child] of this.together.entries()) {
      const key = row[from + child.keyAt] as number | null;
      if (key !== null) keeper.keep(child, key, row[at + i]);
    }
  }
}

/** SQL that names the columns of a subquery's rows, which are so deep in a statement. */
export const rowsNamed = (depth: number, width: number): Sql =>
  raw(`row${depth}(${Array.from({ length: width }, (_, i) => `c${i}`).join()})`);

const columnName = (depth: number, i: number): string => `row${depth}.c${i}`;

/** All columns of such rows. */
export const columnsNamed = (depth: number, width: number): Sql[] =>
  Array.from({ length: width }, (_, i) => raw(columnName(depth, i)));

/**
 * Reads rows with what belongs to them; where that fails, the rows alone. What is wrong then shows at the field that it is wrong with,
 * and leaves the rest of the answer as it is. What took too long, or nobody waits for any more, is not read again: it has ended.
 */
export async function withChildren<R>(
  children: Children | undefined,
  read: (withChildren: boolean) => Promise<R>,
): Promise<R> {
  if (!children) return read(false);
  try {
    return await read(true);
  } catch (error) {
    if (isTimeout(error)) throw error;
    return read(false);
  }
}
