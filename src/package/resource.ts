import { slug, type CellType } from './cell-types';

/** A column of a CSV file, and the column of the table that keeps it. */
export interface Field {
  /** Its name in the header line. */
  name: string;
  description: string;
  type: CellType;
  /** The table's column. */
  column: string;
  /** Whether each row must have a value. */
  required: boolean;
  /** Whether no two rows have the same value, in the file and in the table. */
  unique: boolean;
  /** The resource whose rows its values name by their keys; the table's column then holds their numbers. */
  references?: string;
}

/** What rows must obey beyond their cells, as SQL over the rows of an import. */
export interface Rule {
  /** The field that it is reported for. */
  field: string;
  /** What is expected, in words. */
  expected: string;
  /** SQL of more words, for a row that breaks it. */
  detail?: string;
  /**
   * SQL that is true for a row `r` that breaks the rule. `r` has a value for each field (for references the number of
   * the row that is meant), its own number as `target` where it has an id, and its `line` in the file; `c` has the
   * cells. A value is null where its cell is empty, and where it is wrong, which has been found already.
   */
  broken: string;
  /** True for what is reported and imported all the same. */
  warning?: boolean;
}

/**
 * One CSV file of a package, and the table that keeps its rows. Everything that reads or writes packages follows from
 * it.
 */
export interface Resource {
  /** The file's name, without .csv. */
  name: string;
  table: string;
  description: string;
  fields: readonly Field[];
  /** The fields that tell its rows apart: one for what has an id, several for what belongs to others. */
  key: readonly string[];
  /** Fields by which a row is recognised before its id is looked at, the surest first. */
  externalIds?: readonly string[];
  /**
   * What an empty cell says of a row that is there already: that the value is not known (it is erased), or nothing (it
   * stays), for what many packages describe, each with what it knows. Default: erase.
   */
  emptyCells?: 'erase' | 'keep';
  rules?: readonly Rule[];
  /** Resources whose rows its rules count; they may be empty. */
  companions?: readonly string[];
  /**
   * Rows that are there under another id: a query of their `target` and that of the row that they repeat, `original`.
   */
  findRepeats?: string;
  /** A query of former ids (`slug`) and the number of the row that each leads to (`id`). Default: there are none. */
  formerIds?: string;
  /** SQL to run before its rows are merged. */
  prepare?: string;
}

/**
 * The import's tables of a resource: `cells` as they stand in the file; `ids` with the number (`target`) that each row
 * has or will have, and whether it is there already (`known`); `rows` of values.
 */
export const stagingTable = {
  cells: (resource: string): string => `cells_${resource.replaceAll('-', '_')}`,
  ids: (resource: string): string => `ids_${resource.replaceAll('-', '_')}`,
  rows: (resource: string): string => `rows_${resource.replaceAll('-', '_')}`,
};

type Options = Partial<Pick<Field, 'column' | 'required' | 'unique'>>;

export function field(name: string, type: CellType, description: string, options: Options = {}): Field {
  return { name, type, description, column: name, required: false, unique: false, ...options };
}

/** A field that every row fills in. */
export const required = (name: string, type: CellType, description: string, options: Options = {}): Field =>
  field(name, type, description, { ...options, required: true });

/** A field that names a row of another resource, or of the same one. */
export function reference(name: string, references: string, description: string, options: Options = {}): Field {
  return { ...field(name, slug, description, { column: `${name}_id`, ...options }), references };
}

export const id = (description: string): Field => required('id', slug, description, { column: 'slug' });

/** Whether its rows have ids of their own, and so numbers that others refer to. */
export const hasId = ({ key, fields }: Resource): boolean => key.length === 1 && !fieldOf(fields, key[0]!).references;

/** @throws when the declaration names a field that it has not. */
export function fieldOf(fields: readonly Field[], name: string): Field {
  const found = fields.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no field ${name} among ${fields.map((candidate) => candidate.name).join(', ')}`);
  return found;
}
