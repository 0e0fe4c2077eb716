import type { ButtonHTMLAttributes, AnchorHTMLAttributes } from 'react';
import { Link } from 'wouter';
import { classes } from './classes';
import css from './button.module.css';

interface Look {
  /** primary: the one thing to do here; secondary: beside it; quiet: in passing. Default: primary. */
  kind?: 'primary' | 'secondary' | 'quiet';
  small?: boolean;
}

const look = ({ kind = 'primary', small }: Look, className?: string) =>
  classes(css.button, kind !== 'primary' && css[kind], small && css.small, className);

/** Does something here. What leads elsewhere is a ButtonLink. */
export function Button({ kind, small, className, ...props }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={look({ kind, small }, className)} />;
}

export interface ButtonLinkProps extends Look, AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A view of the explorer, without the language: `/networks`; with `external`, any address. */
  href: string;
  /** Whether the address is none of the explorer's: `/graphql`, a download, another site. */
  external?: boolean;
}

/** A link that looks like a button. */
export function ButtonLink({ kind, small, className, external, href, ...props }: ButtonLinkProps) {
  const all = { ...props, className: look({ kind, small }, className) };
  return external ? <a href={href} {...all} /> : <Link href={href} {...all} />;
}
