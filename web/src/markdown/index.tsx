import type { ComponentProps } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import css from './markdown.module.css';

/** Headings stand below those of the page; pictures, which other hosts would send, are links to them. */
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => <OutsideLink href={src}>{alt === '' ? src : alt}</OutsideLink>,
};

const OutsideLink = ({ href, children }: ComponentProps<'a'>) => (
  <a href={href} rel="nofollow noopener noreferrer">
    {children}
  </a>
);

/**
 * Text in Markdown, as people of cities write it: nothing in it can run. HTML is left out, links lead to web and mail addresses alone,
 * and what is shown are React elements.
 */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={css.text}>
      <ReactMarkdown skipHtml components={components}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
