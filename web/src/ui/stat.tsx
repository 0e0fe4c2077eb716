import type { ReactNode } from 'react';
import css from './stat.module.css';

/** Figures side by side; its children are Stat. */
export const Stats = ({ children }: { children: ReactNode }) => <dl className={css.stats}>{children}</dl>;

/** One figure, and what it counts. */
export function Stat({ value, label, note }: { value: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <div className={css.stat}>
      <dt className={css.label}>
        {label}
        {note && <div className={css.note}>{note}</div>}
      </dt>
      <dd className={css.value}>{value}</dd>
    </div>
  );
}
