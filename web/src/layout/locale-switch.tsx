import { useLocation, useSearch } from 'wouter';
import { useMessages } from '../i18n/catalog';
import { LOCALE_NAMES, LOCALES, useLocale } from '../i18n/locale';
import { messages } from './messages';
import css from './tools.module.css';

/** The same view in the other languages. */
export function LocaleSwitch() {
  const t = useMessages(messages);
  const current = useLocale();
  const [path] = useLocation();
  const search = useSearch();
  return (
    <nav aria-label={t('language')}>
      <ul className={css.locales}>
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={`/${locale}${path === '/' ? '' : path}${search && `?${search}`}`}
              hrefLang={locale}
              lang={locale}
              aria-current={locale === current ? 'true' : undefined}
            >
              {LOCALE_NAMES[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
