import { createElement, type ElementType, type ReactNode } from 'react';
import { useLocale } from './locale';

export interface TextProps {
  /** The language that the text is in, as the API says it: `contentLocale`. */
  locale: string | null | undefined;
  children: ReactNode;
  /** The element. Default: span. */
  as?: ElementType;
  className?: string;
}

/** Text of the API. Where it fell back to another language than the page's, it says so to browsers and screen readers. */
export function Text({ locale, children, as = 'span', className }: TextProps) {
  const page = useLocale();
  const isOther = locale != null && locale !== 'und' && locale.split('-')[0] !== page;
  return createElement(as, { className, ...(isOther ? { lang: locale } : {}) }, children);
}
