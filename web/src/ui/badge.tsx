import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './badge.module.css';

export type Tone = 'neutral' | 'primary' | 'accent' | 'good' | 'warn' | 'bad';

/** A word that classifies. Its colour only repeats what the word says. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(css.badge, tone !== 'neutral' && css[tone])}>{children}</span>;
}
