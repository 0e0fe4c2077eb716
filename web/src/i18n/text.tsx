import type { ElementType, ReactNode } from 'react';
import { useFormat } from './format';
import { useLocale } from './locale';
import css from './text.module.css';

export interface TextProps {
  /** The language that the text is in, as the API says it: `contentLocale`. */
  locale: string | null | undefined;
  children: ReactNode;
  /** The element. Default: span. */
  as?: ElementType;
  className?: string;
}

/**
 * Text of the API. Where it fell back to another language than the page's, it says so to browsers and screen readers by `lang`, and to
 * everybody else by a mark: ahead of what is long, behind what is a line.
 */
export function Text({ locale, children, as: Element = 'span', className }: TextProps) {
  const page = useLocale();
  const { language } = useFormat();
  const isOther = locale != null && locale !== 'und' && locale.split('-')[0] !== page;
  if (!isOther) return <Element className={className}>{children}</Element>;
  const mark = (
    <small className={css.mark} title={language(locale)} aria-hidden="true" translate="no">
      {locale.split('-')[0]}
    </small>
  );
  return (
    <Element className={className} lang={locale}>
      {Element === 'div' ? mark : null}
      {children}
      {Element === 'div' ? null : mark}
    </Element>
  );
}
