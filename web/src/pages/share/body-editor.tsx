import { useState } from 'react';
import { useControl, Words } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Markdown } from '../../markdown';
import { Tabs } from '../../ui';
import { messages } from './messages';
import css from './share.module.css';

/** The whole story in Markdown, and how it will look. */
export function BodyEditor({ before }: { before: string }) {
  const t = useMessages(messages);
  const { kept, mistake } = useControl('body');
  const [text, setText] = useState<string>();
  const [chosen, setChosen] = useState<{ side: string; at?: string }>({ side: 'write' });
  const shown = text ?? kept?.[0] ?? before;
  return (
    <Tabs
      label={t('body')}
      keepsPanels
      // A mistake is shown where it is to be mended.
      selected={chosen.at === mistake.error ? chosen.side : 'write'}
      onSelect={(side) => setChosen({ side, at: mistake.error })}
      tabs={[
        {
          id: 'write',
          label: t('body.write'),
          panel: () => (
            <Words name="body" label={t('body')} hint={t('body.hint')} lines={10} value={before} onChange={setText} />
          ),
        },
        {
          id: 'preview',
          label: t('body.preview'),
          panel: () => (
            <div className={css.preview}>{shown.trim() === '' ? t('body.none') : <Markdown>{shown}</Markdown>}</div>
          ),
        },
      ]}
    />
  );
}
