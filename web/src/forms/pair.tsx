import type { ReactNode } from 'react';
import css from './forms.module.css';

/** Controls side by side, as far as there is room. */
export const Pair = ({ children }: { children: ReactNode }) => <div className={css.pair}>{children}</div>;
