import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './callout.module.css';

export interface CalloutProps {
  /** Default: info. */
  tone?: 'info' | 'good' | 'warn' | 'bad';
  title?: ReactNode;
  /** Whether screen readers are told at once: for what appears after something was done. */
  live?: boolean;
  children?: ReactNode;
}

/** Something to know about what is around it. */
export function Callout({ tone = 'info', title, live, children }: CalloutProps) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className={classes(css.callout, css[tone])} role={role}>
      {title && <div className={css.title}>{title}</div>}
      {children}
    </div>
  );
}
