import type { Database, Statement } from '../../src/data/database';

/** Gives the rows of a statement, whatever is made of them. Without another statement it runs the one that came. */
type Run<R> = (instead?: Statement) => Promise<R[]>;

/**
 * Puts something between a database and what is run on it.
 * @returns what takes it away again
 */
export function intercept(
  database: Database,
  between: <R>(statement: Statement, run: Run<R>) => Promise<R[]>,
): () => void {
  const before = database.run.bind(database);
  database.run = (statement, make, signal) =>
    between(statement, (instead = statement) => before(instead, make, signal));
  return () => void (database.run = before);
}
