import { Link } from 'wouter';
import { useMessages } from '../i18n/catalog';
import css from './footer.module.css';
import { messages } from './messages';

export function Footer() {
  const t = useMessages(messages);
  return (
    <footer className={css.footer}>
      <div className={css.inner}>
        <p>{t('footer.about')}</p>
        <ul className={css.links}>
          <li>
            <Link href="/data">{t('footer.data')}</Link>
          </li>
          <li>
            <a href="/graphql">{t('footer.api')}</a>
          </li>
          <li>
            <a href="/feeds/solutions.atom">{t('footer.atom')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
