import { useMessages } from '../i18n/catalog';
import { Button } from './button';
import { messages } from './messages';
import css from './load-more.module.css';

export interface LoadMoreProps {
  /** Of the last page: whether there are more, and where they begin. */
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Asks for what is behind this cursor; give it to the query's variable `after`. */
  onMore: (after: string) => void;
  fetching?: boolean;
  /** How many are shown, */
  shown: number;
  /** of how many, where that was asked. */
  total?: number;
}

/** Below a list that has more pages: how much of it is here, and a button for the next ones. */
export function LoadMore({ pageInfo: { hasNextPage, endCursor }, onMore, fetching, shown, total }: LoadMoreProps) {
  const t = useMessages(messages);
  if (!hasNextPage && total === undefined) return null;
  return (
    <div className={css.more}>
      {hasNextPage && endCursor !== null && (
        <Button kind="secondary" disabled={fetching} onClick={() => onMore(endCursor)}>
          {fetching ? t('more.loading') : t('more')}
        </Button>
      )}
      {total !== undefined && (
        <span className={css.count} role="status">
          {t('more.shown', { shown, total })}
        </span>
      )}
    </div>
  );
}
