import { useLive, useLiveStatus } from '../../api/provider';
import { useMessages } from '../../i18n/catalog';
import { Button, LiveBadge, useSettled } from '../../ui';
import css from './feed.module.css';
import { messages } from './messages';
import type { LiveFeed } from './use-live-feed';

/** In milliseconds: what comes in a burst is told of once. */
const CALM = 1_000;

/** How the connection is, what was caught up on, and a button that drops it. Screen readers hear of arrivals once they are in. */
export function LiveBar({ arrivals, caughtUp, refused }: LiveFeed) {
  const t = useMessages(messages);
  const live = useLive();
  const status = useLiveStatus();
  const isConnected = status === 'connected';
  const news = useSettled(arrivals.length, CALM);
  const back = useSettled(caughtUp, CALM);
  const latest = arrivals[0];
  return (
    <div className={css.live}>
      <div className={css.state}>
        <LiveBadge />
        {isConnected && caughtUp !== null && (
          <strong className={css.caughtUp}>{t('caught-up', { count: caughtUp })}</strong>
        )}
        {refused !== null && (
          <span lang="en" role="alert">
            {refused}
          </span>
        )}
      </div>
      {status === 'disconnected' ? (
        <Button small onClick={live.reconnect}>
          {t('reconnect')}
        </Button>
      ) : (
        <Button small kind="secondary" disabled={!isConnected} onClick={live.disconnect}>
          {t('disconnect')}
        </Button>
      )}
      <div className="visually-hidden" role="status">
        {back !== null && isConnected && <p>{t('caught-up', { count: back })}</p>}
        {news > 0 && latest && (
          <p>{t('arrived', { count: news, title: latest.solution.title, city: latest.solution.city?.name ?? '' })}</p>
        )}
      </div>
    </div>
  );
}
