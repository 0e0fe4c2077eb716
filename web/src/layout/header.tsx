import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../i18n/catalog';
import icon from '../icon.svg';
import { Button, classes } from '../ui';
import { Account } from './account';
import css from './header.module.css';
import { LocaleSwitch } from './locale-switch';
import { messages } from './messages';
import { SearchBox } from './search-box';
import { ThemeSwitch } from './theme-switch';

const VIEWS = ['networks', 'feed', 'graph', 'data', 'share'] as const;

/** Where one can go from everywhere. On phones it is a menu. */
export function Header() {
  const t = useMessages(messages);
  const [path] = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const isOpen = openedAt === path; // Who has chosen a view is done with the menu.
  return (
    <header className={css.header}>
      <div className={css.line} />
      <div className={css.inner}>
        <Link href="/" className={css.brand} aria-label={t('home')}>
          <img src={icon} alt="" />
          Interurban
        </Link>
        <Account />
        <Button
          kind="secondary"
          className={css.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpenedAt(isOpen ? null : path)}
        >
          {t('menu')}
        </Button>
        <div className={classes(css.rest, isOpen && css.open)}>
          <nav className={css.nav} aria-label={t('nav')}>
            <ul>
              {VIEWS.map((view) => (
                <li key={view}>
                  <Link href={`/${view}`} aria-current={path.startsWith(`/${view}`) ? 'page' : undefined}>
                    {t(`nav.${view}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className={css.tools}>
            <SearchBox />
            <LocaleSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </div>
    </header>
  );
}
