import { useState } from 'react';
import { stringifyDocument } from 'urql';
import { endpointUrl } from '../../api/endpoint';
import { asLiveCurl, asLiveTypeScript } from '../../api/live-snippets';
import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { Button, ButtonLink } from '../../ui';
import { SHARED } from './documents';
import css from './feed.module.css';
import { apiFilter, atomAddress, type FeedFilter } from './filter';
import { messages } from './messages';

/** The same filter for other programs: a feed reader, a terminal, a dashboard. */
export function TakeIt({ filter }: { filter: FeedFilter }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [said, say] = useState('');
  const request = {
    query: stringifyDocument(SHARED),
    variables: { filter: apiFilter(filter) },
    url: endpointUrl(),
    locale,
  };
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => say(t('take.copied')),
      () => say(t('take.not-copied')),
    );
  return (
    <section className={css.panel} aria-labelledby="take">
      <h2 id="take">{t('take')}</h2>
      <p>{t('take.text')}</p>
      <div className={css.buttons}>
        <ButtonLink external kind="secondary" small type="application/atom+xml" href={atomAddress(filter, locale)}>
          {t('take.atom')}
        </ButtonLink>
        <Button kind="secondary" small onClick={() => copy(asLiveCurl(request))}>
          {t('take.curl')}
        </Button>
        <Button kind="secondary" small onClick={() => copy(asLiveTypeScript(request))}>
          {t('take.typescript')}
        </Button>
        <span role="status" className={css.said}>
          {said}
        </span>
      </div>
    </section>
  );
}
