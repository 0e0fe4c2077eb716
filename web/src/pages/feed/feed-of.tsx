import { useState } from 'react';
import { useQuery } from 'urql';
import { present } from '../../api/present';
import { useMessages } from '../../i18n/catalog';
import { Empty, Loaded, LoadMore, QueryLink, Section } from '../../ui';
import { FEED } from './documents';
import { FeedItem } from './feed-item';
import css from './feed.module.css';
import { apiFilter, type FeedFilter } from './filter';
import { LiveBar } from './live-bar';
import { messages } from './messages';
import { useLiveFeed } from './use-live-feed';

export interface FeedOfProps {
  filter: FeedFilter;
  /** The last cursor of each filter. */
  cursors: Map<string, string>;
  /** The log does not go back to the last cursor: begin anew. */
  onExpired: () => void;
}

/** What one filter lets through: what comes, above what was there. */
export function FeedOf({ filter, cursors, onExpired }: FeedOfProps) {
  const t = useMessages(messages);
  const [after, setAfter] = useState<string>();
  const variables = { filter: apiFilter(filter), after };
  // From the network: list and cursor must be of the same moment.
  const [state, refetch] = useQuery({ query: FEED, variables, requestPolicy: 'network-only' });
  const [since, setSince] = useState<string>();
  const cursor = state.data?.feedCursor;
  if (since === undefined && typeof cursor === 'string') setSince(cursor);
  const live = useLiveFeed({ filter: variables.filter, since, cursors, onExpired });
  const arrived = new Set(live.arrivals.map(({ solution }) => solution.id));
  return (
    <Section heading={t('list')} aside={<QueryLink document={FEED} variables={variables} />}>
      <LiveBar {...live} />
      {live.arrivals.length > 0 && (
        <ul role="list" className={css.list} aria-label={t('arrivals')}>
          {live.arrivals.map(({ solution, isCaughtUp }) => (
            <FeedItem key={solution.id} solution={solution} came={isCaughtUp ? 'away' : 'now'} />
          ))}
        </ul>
      )}
      <Loaded state={state} refetch={refetch}>
        {({ solutions }) => {
          const past = present(solutions?.nodes).filter(({ id }) => !arrived.has(id));
          if (!solutions || (past.length === 0 && arrived.size === 0))
            return (
              <Empty title={t('none')}>
                <p>{t('none.text')}</p>
              </Empty>
            );
          const listed = present(solutions.nodes).length;
          const added = past.length + arrived.size - listed;
          return (
            <>
              <ul role="list" className={css.list} aria-label={t('past')}>
                {past.map((solution) => (
                  <FeedItem key={solution.id} solution={solution} />
                ))}
              </ul>
              <LoadMore
                pageInfo={solutions.pageInfo}
                onMore={setAfter}
                fetching={state.fetching}
                shown={listed + added}
                total={solutions.totalCount + added}
              />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
