import { useRef, type ReactNode } from 'react';
import { useMessages } from '../i18n/catalog';
import { Footer } from './footer';
import { Header } from './header';
import { messages } from './messages';
import css from './shell.module.css';
import { useArrival } from './use-arrival';

/** What is around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages(messages);
  const main = useRef<HTMLElement>(null);
  useArrival(main);
  return (
    <>
      <a className={css.skip} href="#main">
        {t('skip')}
      </a>
      <Header />
      <main ref={main} id="main" className={css.main} tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
