import { useState, type SubmitEvent } from 'react';
import { useToken, sessionHasEnded, setToken } from '../api/session';
import { useCities, useNetworks } from '../choices/use-choices';
import { useMessages } from '../i18n/catalog';
import { useLocale } from '../i18n/locale';
import { Button, Callout, Field, Skeleton } from '../ui';
import { demoToken, useDemoOffer, type DemoAccount } from './demo';
import { messages } from './messages';
import css from './sign-in.module.css';

/** How one signs in here: as a demo account where the server has some, else with the token of one's organisation. */
export function SignIn() {
  const t = useMessages(messages);
  const token = useToken();
  const isDemo = useDemoOffer();
  if (token !== null) return null;
  return (
    <>
      {sessionHasEnded() && (
        <Callout tone="warn" live title={t('ended')}>
          <p>{t('ended.text')}</p>
        </Callout>
      )}
      {isDemo === undefined ? <Skeleton lines={3} /> : isDemo ? <DemoSignIn /> : <TokenSignIn />}
    </>
  );
}

function DemoSignIn() {
  const t = useMessages(messages);
  const cities = useCities();
  const networks = useNetworks();
  const [wrong, setWrong] = useState<string | null>(null);
  const [city, setCity] = useState('quito');
  const [network, setNetwork] = useState('cool-cities');
  const signIn = (account: DemoAccount) =>
    void demoToken(account).then(setToken, (error: unknown) => setWrong((error as Error).message));
  return (
    <div className={css.panel}>
      <h2>{t('demo')}</h2>
      <p>{t('demo.text')}</p>
      <div className={css.choices}>
        <div className={css.choice}>
          <Field label={t('demo.city')}>
            {(control) => (
              <select {...control} value={city} onChange={({ target }) => setCity(target.value)}>
                {cities.map(({ slug, name, contentLocale }) => (
                  <option key={slug} value={slug} lang={contentLocale}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button onClick={() => signIn({ city })}>{t('demo.practitioner')}</Button>
        </div>
        <div className={css.choice}>
          <Field label={t('demo.network')}>
            {(control) => (
              <select {...control} value={network} onChange={({ target }) => setNetwork(target.value)}>
                {networks.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button kind="secondary" onClick={() => signIn({ network })}>
            {t('demo.manager')}
          </Button>
        </div>
      </div>
      {wrong !== null && (
        <Callout tone="bad" live title={t('failed')}>
          <p>{wrong}</p>
        </Callout>
      )}
    </div>
  );
}

function TokenSignIn() {
  const t = useMessages(messages);
  const locale = useLocale();
  const [isEmpty, setEmpty] = useState(false);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = (new FormData(event.currentTarget).get('token') as string).replace(/^\s*(?:Bearer\s+)?/i, '').trim();
    setEmpty(text === '');
    if (text !== '') setToken(text);
  };
  return (
    <form className={css.panel} onSubmit={onSubmit} noValidate>
      <h2>{t('token')}</h2>
      <p>{t('token.text')}</p>
      <Field
        label={t('token.label')}
        hint={t('token.hint')}
        error={isEmpty ? t('token.none') : null}
        errorLocale={locale}
        required
      >
        {(control) => <textarea {...control} name="token" rows={3} autoComplete="off" spellCheck={false} />}
      </Field>
      <div>
        <Button type="submit">{t('token.sign-in')}</Button>
      </div>
    </form>
  );
}
