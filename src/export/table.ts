/** What the cells of a column are: texts, whole numbers of 32 bits, numbers, yes or no, days as YYYY-MM-DD. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

export interface Column {
  name: string;
  type: ColumnType;
}

/** Columns by their names, in this order. */
export const columnsOf = (types: Readonly<Record<string, ColumnType>>): readonly Column[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }));

/** Null where nothing is known. */
export type Cell = string | number | boolean | null;

/** A cell of a table for files that have lists: of texts. */
export type ListCell = Cell | readonly string[];

/** The cells of a row, in the order of the columns. */
export type Row<C extends ListCell = Cell> = readonly C[];

/** Rows that are made while they are read, some at a time: the whole table is nowhere. */
export interface Table<C extends ListCell = Cell> {
  columns: readonly Column[];
  /** Begins anew at the first row each time. */
  batches: () => AsyncIterable<readonly Row<C>[]> | Iterable<readonly Row<C>[]>;
}

/** Rows one after another in batches. */
export function* inBatches<R>(rows: Iterable<R>, size = 1000): Generator<R[]> {
  let batch: R[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
