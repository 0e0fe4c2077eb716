import { useId, useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/catalog';
import { messages } from './messages';
import { QueryLink, type QueryLinkProps } from './query-link';
import css from './figure.module.css';

export interface FigureProps {
  title: ReactNode;
  /** What the picture shows, in a sentence with its figures: those who cannot see it miss nothing. */
  text: ReactNode;
  /** The query that it was drawn from. */
  query: QueryLinkProps;
  /** The same data as a table, folded below the picture. */
  table?: ReactNode;
  /** Coverage, source, caveats. */
  note?: ReactNode;
  /** The picture: hidden from screen readers, unless `interactive`. */
  children: ReactNode;
  /** Whether there is something in the picture to be reached by keyboard, with a name. */
  interactive?: boolean;
}

/** A chart or map: its title, its text, its query one click away, and its data as a table. */
export function Figure({ title, text, query, table, note, children, interactive }: FigureProps) {
  const t = useMessages(messages);
  const id = useId();
  const [isTableOpen, openTable] = useState(false);
  return (
    <figure className={css.figure} aria-labelledby={id}>
      <div className={css.head}>
        <div className={css.title} id={id}>
          {title}
        </div>
        <QueryLink {...query} />
      </div>
      <figcaption className={css.text}>{text}</figcaption>
      <div aria-hidden={interactive ? undefined : true}>{children}</div>
      {table && (
        <details onToggle={({ currentTarget }) => openTable(currentTarget.open)}>
          <summary className={css.summary}>{t('table.show')}</summary>
          {isTableOpen && table}
        </details>
      )}
      {note && <div className={css.note}>{note}</div>}
    </figure>
  );
}
