import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classes } from './classes';
import css from './card.module.css';

export interface CardProps {
  title: ReactNode;
  /** The view that the card leads to, without the language: `/city/quito`. */
  href?: string;
  /** A few words below: figures, badges. */
  foot?: ReactNode;
  children?: ReactNode;
  /** The level of its heading. Default: 3. */
  level?: 2 | 3 | 4;
}

/** Something to look at in short. With an address, all of it is a link. */
export function Card({ title, href, foot, children, level = 3 }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={classes(css.card, href !== undefined && css.linked)}>
      <Heading className={css.title}>{href === undefined ? title : <Link href={href}>{title}</Link>}</Heading>
      {children && <div className={css.body}>{children}</div>}
      {foot && <div className={css.foot}>{foot}</div>}
    </article>
  );
}
