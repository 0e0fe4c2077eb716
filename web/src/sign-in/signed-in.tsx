import { setToken } from '../api/session';
import { forgetDrafts } from '../forms';
import { useMessages } from '../i18n/catalog';
import { useFormat } from '../i18n/format';
import { useTerms } from '../terms';
import { Button } from '../ui';
import { present } from '../api/present';
import { messages } from './messages';
import css from './sign-in.module.css';
import type { Viewer } from './viewer';

/** Who is signed in, for whom they act, until when; and the way out, which takes along what they have not sent. */
export function SignedIn({ viewer }: { viewer: Viewer }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { list, dateTime } = useFormat();
  const { roles, city, networks, expiresAt } = viewer;
  const of = [...(city ? [city.name] : []), ...present(networks).map(({ name }) => name)];
  const who = roles.length === 0 ? t('reader') : list(roles.map((role) => say('Role', role)));
  const signOut = () => {
    forgetDrafts();
    setToken(null);
  };
  return (
    <div className={css.bar}>
      <span>
        {t('signed-in', { who })} {of.length > 0 && <strong>{list(of)}</strong>}{' '}
        <small>{t('until', { time: dateTime(expiresAt) })}</small>
      </span>
      <Button kind="secondary" small onClick={signOut}>
        {t('sign-out')}
      </Button>
    </div>
  );
}
