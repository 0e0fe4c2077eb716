import { Fragment, type ReactNode } from 'react';
import { classes } from './classes';
import css from './table.module.css';

export interface Column<Row> {
  /** The column's name; unique in the table. */
  name: string;
  cell: (row: Row) => ReactNode;
  /** Whether its cells are numbers, set to the right. */
  numeric?: boolean;
}

export interface TableProps<Row> {
  /** What the table shows: its name for screen readers, and visible unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  rows: readonly Row[];
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
}

/**
 * A table that scrolls sideways where it is too wide; on phones each row is a block, and each cell says what it is. The roles are those
 * that its elements have: what is laid out as a block would lose them.
 */
export function Table<Row>({ caption, captionHidden, rows, columns, keyOf }: TableProps<Row>) {
  return (
    // It can be scrolled, so the keyboard must reach it.
    <div className={css.scroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={css.table} role="table">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, numeric }) => (
              <th key={name} scope="col" role="columnheader" className={classes(numeric && css.number)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ name, cell, numeric }, i) => (
                <Fragment key={name}>
                  {i === 0 ? (
                    <th scope="row" role="rowheader">
                      {cell(row)}
                    </th>
                  ) : (
                    <td role="cell" className={classes(numeric && css.number)} data-column={name}>
                      {cell(row)}
                    </td>
                  )}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
