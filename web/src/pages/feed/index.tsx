import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useToken } from '../../api/session';
import { useMessages } from '../../i18n/catalog';
import { Page } from '../../ui';
import css from './feed.module.css';
import { FeedOf } from './feed-of';
import { readFilter } from './filter';
import { FilterForm } from './filter-form';
import { messages } from './messages';
import { TakeIt } from './take-it';
import { TryIt } from './try-it';

/** What cities share, as they share it, and before. */
export default function Feed() {
  const t = useMessages(messages);
  const token = useToken();
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const wanted = JSON.stringify(filter);
  const [generation, setGeneration] = useState(0);
  // The last cursors outlive who reads: one who signs in goes on behind them, and sees nothing that was read with other eyes.
  const [cursors] = useState(() => new Map<string, string>());
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FilterForm
        filter={filter}
        onChange={(chosen) => setSearch(Object.entries(chosen).filter(([, value]) => value.trim() !== ''))}
      />
      <div className={css.columns}>
        <TryIt filter={filter} />
        <div className={css.main}>
          <FeedOf
            key={`${wanted} ${token} ${generation}`}
            filter={filter}
            cursors={cursors}
            onExpired={() => setGeneration(generation + 1)}
          />
        </div>
        <TakeIt filter={filter} />
      </div>
    </Page>
  );
}
