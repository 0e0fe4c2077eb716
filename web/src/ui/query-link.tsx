import { useState } from 'react';
import { stringifyDocument, type DocumentInput } from 'urql';
import { endpointUrl } from '../api/endpoint';
import { asCurl, asTypeScript, graphiqlAddress } from '../api/snippets';
import { useMessages } from '../i18n/catalog';
import { useLocale } from '../i18n/locale';
import { Button, ButtonLink } from './button';
import { messages } from './messages';
import css from './query-link.module.css';

export interface QueryLinkProps {
  // The result's type does not matter: any document can be shown.
  document: DocumentInput;
  variables?: Record<string, unknown>;
}

/** The query behind what is shown: opens it in GraphiQL, or copies it as curl or TypeScript. */
export function QueryLink(props: QueryLinkProps) {
  const t = useMessages(messages);
  const [isOpen, open] = useState(false);
  return (
    <details className={css.menu} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary className={css.summary}>{t('query')}</summary>
      {isOpen && <Items {...props} />}
    </details>
  );
}

function Items({ document, variables = {} }: QueryLinkProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [said, say] = useState('');
  const request = { query: stringifyDocument(document), variables, url: endpointUrl(), locale };
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => say(t('copied')),
      () => say(t('copy.failed')),
    );
  return (
    <div className={css.items}>
      <ButtonLink external kind="quiet" small href={graphiqlAddress(request)}>
        {t('query.open')}
      </ButtonLink>
      <Button kind="quiet" small onClick={() => copy(asCurl(request))}>
        {t('copy.curl')}
      </Button>
      <Button kind="quiet" small onClick={() => copy(asTypeScript(request))}>
        {t('copy.typescript')}
      </Button>
      <span className={css.said} role="status">
        {said}
      </span>
    </div>
  );
}
