import { useDeferredValue, type ReactNode } from 'react';
import type { CombinedError, UseQueryState } from 'urql';
import { useLiveStatus } from '../api/provider';
import { useMessages } from '../i18n/catalog';
import { Button } from './button';
import { Callout } from './callout';
import { classes } from './classes';
import { Page } from './layout';
import { messages } from './messages';
import css from './states.module.css';

/** In place of what is being loaded, and about as tall. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useMessages(messages);
  return (
    <div className={css.skeleton} role="status" aria-label={t('loading')} data-loading="">
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={css.line} />
      ))}
    </div>
  );
}

/** There is nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      {children && <div className={css.emptyText}>{children}</div>}
    </div>
  );
}

export interface FailureProps {
  error: CombinedError;
  retry?: () => void;
  /** Whether it is all of a page. */
  isPage?: boolean;
}

/** A request failed: what is to be done about it, and what the API said. */
export function Failure({ error, retry, isPage }: FailureProps) {
  const t = useMessages(messages);
  const title = error.networkError ? t('unreachable') : t('failed');
  const callout = (
    <Callout tone="bad" live title={isPage ? undefined : title}>
      {error.networkError ? (
        <p>{t('unreachable.help')}</p>
      ) : (
        error.graphQLErrors.map((e, i) => <p key={i}>{e.message}</p>)
      )}
      {retry && (
        <div>
          <Button kind="secondary" small onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </Callout>
  );
  return isPage ? <Page title={title}>{callout}</Page> : callout;
}

export interface LoadedProps<Data> {
  /** What useQuery gives first, */
  state: UseQueryState<Data>;
  /** and second. */
  refetch?: (options?: { requestPolicy: 'network-only' }) => void;
  /** In place of the default skeleton. */
  skeleton?: ReactNode;
  /** Whether it is all of a page, whose heading is in the answer: where there is none, what failed is the heading. */
  isPage?: boolean;
  children: (data: Data) => ReactNode;
}

/** Shows what a query answered; until then a skeleton, and where it failed, why. */
export function Loaded<Data>({ state, refetch, skeleton, isPage, children }: LoadedProps<Data>) {
  const retry = refetch && (() => refetch({ requestPolicy: 'network-only' }));
  // A large answer is drawn piece by piece, between which the reader can go on.
  const data = useDeferredValue(state.data);
  if (state.error && !state.data) return <Failure error={state.error} retry={retry} isPage={isPage} />;
  if (!data) return skeleton ?? <Skeleton />;
  return (
    <>
      {state.error && <Failure error={state.error} retry={retry} />}
      {children(data)}
    </>
  );
}

/** How the live connection is, in a word; screen readers hear when it changes. */
export function LiveBadge() {
  const t = useMessages(messages);
  const status = useLiveStatus();
  return (
    <span className={classes(css.live, css[status])} role="status">
      <span className={css.dot} aria-hidden="true" />
      {t(`live.${status}`)}
    </span>
  );
}
