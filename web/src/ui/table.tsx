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

/** A table that scrolls sideways where it is too wide. */
export function Table<Row>({ caption, captionHidden, rows, columns, keyOf }: TableProps<Row>) {
  return (
    // It can be scrolled, so the keyboard must reach it.
    <div className={css.scroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={css.table}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, numeric }) => (
              <th key={name} scope="col" className={classes(numeric && css.number)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, cell, numeric }, i) => (
                <Fragment key={name}>
                  {i === 0 ? (
                    <th scope="row">{cell(row)}</th>
                  ) : (
                    <td className={classes(numeric && css.number)}>{cell(row)}</td>
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
