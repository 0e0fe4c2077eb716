import { useState } from 'react';
import { useSearch } from 'wouter';
import { setToken, useToken } from '../../api/session';
import { useCities } from '../../choices/use-choices';
import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { demoToken, SignedIn, useDemoOffer, useViewer } from '../../sign-in';
import { Button, ButtonLink, Callout, Field } from '../../ui';
import css from './feed.module.css';
import type { FeedFilter } from './filter';
import { messages } from './messages';
import { shareSample } from './share-sample';

/** To see it happen: another window, and a solution that a demo practitioner shares. */
export function TryIt({ filter }: { filter: FeedFilter }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const search = useSearch();
  const isDemo = useDemoOffer();
  const token = useToken();
  const [{ data }] = useViewer();
  const viewer = token === null ? null : (data?.viewer ?? null);
  const cities = useCities().filter(({ region }) => filter.region === undefined || region === filter.region);
  const [chosen, setChosen] = useState('quito');
  const city = cities.some(({ slug }) => slug === chosen) ? chosen : cities[0]?.slug;
  const [state, setState] = useState<{ shared: string } | { wrong: string } | 'sharing'>();

  const share = async (): Promise<void> => {
    setState('sharing');
    try {
      const signedIn = viewer?.city ? token : null;
      const own = signedIn ?? (await demoToken({ city: city ?? '' }));
      if (own !== token) setToken(own);
      const title = t('sample.title', { time: new Date().toLocaleTimeString(locale) });
      setState({ shared: await shareSample(own, locale, filter, { title, summary: t('sample.summary') }) });
    } catch (error) {
      setState({ wrong: (error as Error).message });
    }
  };

  return (
    <section className={css.panel} aria-labelledby="try" id="try-it">
      <h2 id="try">{t('try')}</h2>
      {isDemo === false && !viewer ? (
        <>
          <p>{t('try.no-demo')}</p>
          <div>
            <ButtonLink href="/share">{t('try.sign-in')}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <ol className={css.steps}>
            <li>
              {t('try.window')}{' '}
              <a href={`/${locale}/feed${search && `?${search}`}`} target="_blank" rel="noopener">
                {t('try.window.open')}
              </a>
            </li>
            <li>{t('try.share')}</li>
            <li>{t('try.disconnect')}</li>
          </ol>
          {viewer ? (
            <SignedIn viewer={viewer} />
          ) : (
            <Field label={t('try.city')}>
              {(control) => (
                <select {...control} value={city} onChange={({ target }) => setChosen(target.value)}>
                  {cities.map(({ slug, name, contentLocale }) => (
                    <option key={slug} value={slug} lang={contentLocale}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Button disabled={state === 'sharing' || city === undefined} onClick={() => void share()}>
            {t(viewer?.city ? 'try.again' : 'try.go')}
          </Button>
        </>
      )}
      <div role="status">
        {typeof state === 'object' && 'shared' in state && <p>{t('try.shared', { title: state.shared })}</p>}
      </div>
      {typeof state === 'object' && 'wrong' in state && (
        <Callout tone="bad" live title={t('try.failed')}>
          <p lang="en">{state.wrong}</p>
        </Callout>
      )}
    </section>
  );
}
