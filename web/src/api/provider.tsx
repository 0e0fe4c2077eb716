import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { Provider } from 'urql';
import { useLocale } from '../i18n/locale';
import { createClient } from './client';
import { createLive, type LiveConnection, type LiveStatus } from './live';
import { useToken } from './session';

const Live = createContext<LiveConnection | null>(null);

/** Gives the pages their clients: new ones when somebody signs in or out, so that nothing read by one is shown to another. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const token = useToken();
  const client = useMemo(() => createClient(locale, token), [locale, token]);
  const live = useMemo(() => createLive(locale, token), [locale, token]);
  useEffect(() => () => void live.client.dispose(), [live]);
  return (
    <Provider value={client}>
      <Live value={live}>{children}</Live>
    </Provider>
  );
}

/** The connection for subscriptions. */
export function useLive(): LiveConnection {
  const live = use(Live);
  if (!live) throw new Error('Expected an ApiProvider around the component, but there is none.');
  return live;
}

/** How that connection is, as it changes. */
export function useLiveStatus(): LiveStatus {
  const { onStatus, status } = useLive();
  return useSyncExternalStore(onStatus, status);
}
