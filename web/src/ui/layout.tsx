import { useId, type CSSProperties, type ReactNode } from 'react';
import css from './layout.module.css';

export interface PageProps {
  /** The page's heading and, with the site's name, its title. */
  title: string;
  /** A word or two above the heading: what kind of page it is. */
  eyebrow?: ReactNode;
  /** One or two sentences below the heading. */
  lead?: ReactNode;
  /** The heading, where it is more than a text: a name in another language. */
  heading?: ReactNode;
  children?: ReactNode;
}

/** A page: its title in the browser, its one h1, and what follows. */
export function Page({ title, eyebrow, lead, heading, children }: PageProps) {
  return (
    <div className={css.page}>
      <title>{`${title} – Interurban`}</title>
      <header className={css.head}>
        {eyebrow && <div className={css.eyebrow}>{eyebrow}</div>}
        <h1>{heading ?? title}</h1>
        {lead && <div className={css.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}

export interface SectionProps {
  heading: ReactNode;
  /** Beside the heading: a link to all, a QueryLink. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page under an h2, which screen readers find by its name. */
export function Section({ heading, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.sectionHead}>
        <h2 id={id}>{heading}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** One below the other. */
export const Stack = ({ children }: { children: ReactNode }) => <div className={css.stack}>{children}</div>;

/** Side by side, as far as there is room. */
export const Row = ({ children }: { children: ReactNode }) => <div className={css.row}>{children}</div>;

/** A list in columns of at least this width, as many as there is room for; its children are `li`. */
export function Grid({ column = '18rem', children }: { column?: string; children: ReactNode }) {
  return (
    <ul role="list" className={css.grid} style={{ '--column': column } as CSSProperties}>
      {children}
    </ul>
  );
}
