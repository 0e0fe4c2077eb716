import { useState } from 'react';
import { stringifyDocument } from 'urql';
import { headersOf } from '../../api/client';
import { ENDPOINT } from '../../api/endpoint';
import { token } from '../../api/session';
import { useMessages } from '../../i18n/catalog';
import { useLocale } from '../../i18n/locale';
import { Button, Callout, CodeBlock, QueryLink, Row, Stack } from '../../ui';
import { EXAMPLES, type ExampleName } from './examples';
import { messages } from './messages';

type Run = { is: 'idle' | 'running' | 'failed' } | { is: 'answered'; text: string; milliseconds: number };

/** A query, its answer once it is run, and ways to take it along. */
export function Example({ name }: { name: ExampleName }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [run, setRun] = useState<Run>({ is: 'idle' });
  const { document } = EXAMPLES[name];
  const query = stringifyDocument(document);

  // Past the pages' cache: the answer is shown as any client gets it.
  const ask = async () => {
    setRun({ is: 'running' });
    const begin = performance.now();
    try {
      const response = await fetch(ENDPOINT, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersOf(locale, token()) },
        body: JSON.stringify({ query }),
      });
      const text = JSON.stringify(await response.json(), null, 2);
      setRun({ is: 'answered', text, milliseconds: Math.round(performance.now() - begin) });
    } catch {
      setRun({ is: 'failed' }); // Nothing came that could be shown: the callout says what to do.
    }
  };

  return (
    <Stack>
      <p>{t(`example.${name}.text`)}</p>
      <CodeBlock title={t('example.query')} text={query} />
      <Row>
        <Button disabled={run.is === 'running'} onClick={() => void ask()}>
          {t(run.is === 'running' ? 'example.running' : 'example.run')}
        </Button>
        <QueryLink document={document} />
      </Row>
      {run.is === 'failed' && (
        <Callout tone="bad" live title={t('example.failed')}>
          <p>{t('example.failed.help')}</p>
        </Callout>
      )}
      {run.is === 'answered' && (
        <div data-answer="" role="status">
          <CodeBlock title={t('example.answer', { milliseconds: run.milliseconds })} text={run.text} />
        </div>
      )}
    </Stack>
  );
}
