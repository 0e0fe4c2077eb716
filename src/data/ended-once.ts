import type { Queryable, Statement } from './database';
import { isTimeout } from './outage';

/**
 * What an operation runs its statements on, where another way to its answer follows when the first one fails: none is run again that
 * PostgreSQL ended before it was done, for it would take as long. It fails again at once, as it did.
 */
export function endedOnce(database: Queryable): Queryable {
  const ended: { statement: Statement; error: unknown }[] = [];
  const once = async <R>(statement: Statement, run: () => Promise<R[]>): Promise<R[]> => {
    const before = ended.find((one) => isSame(one.statement, statement));
    if (before) throw before.error;
    try {
      return await run();
    } catch (error) {
      if (isTimeout(error)) ended.push({ statement, error });
      throw error;
    }
  };
  const { maxNestedRows, shared } = database;
  return {
    maxNestedRows,
    rows: (statement) => once(statement, () => database.rows(statement)),
    sent: (statement) => once(statement, () => database.sent(statement)),
    shared,
    keepUpWith: (position) => database.keepUpWith?.(position),
  };
}

const isSame = (a: Statement, b: Statement): boolean =>
  a.text === b.text && JSON.stringify(a.values) === JSON.stringify(b.values);
