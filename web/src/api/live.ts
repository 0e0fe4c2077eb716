import { createClient, type Client } from 'graphql-ws/client';
import type { Locale } from '../i18n/locale';
import { headersOf } from './client';
import { liveUrl } from './endpoint';

/** How the connection for subscriptions is: `idle` while nobody subscribes, `reconnecting` once it was lost. */
export type LiveStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting';

/** A client for subscriptions that comes back by itself, and tells how it is. */
export interface LiveConnection {
  client: Client;
  status: () => LiveStatus;
  onStatus: (listener: () => void) => () => void;
  /** Drops the connection, as a bad network does; it comes back after the usual pause. */
  interrupt: () => void;
}

export function createLive(locale: Locale, token: string | null): LiveConnection {
  const listeners = new Set<() => void>();
  let status: LiveStatus = 'idle';
  let socket: WebSocket | undefined;
  const become = (next: LiveStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };
  const client = createClient({
    url: liveUrl(),
    connectionParams: headersOf(locale, token),
    keepAlive: 15_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: {
      connecting: (isRetry) => become(isRetry ? 'reconnecting' : 'connecting'),
      opened: (opened) => (socket = opened as WebSocket),
      connected: () => become('connected'),
      closed: (event) => become((event as CloseEvent).code === 1000 ? 'idle' : 'reconnecting'),
    },
  });
  return {
    client,
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    interrupt: () => socket?.close(4205, 'Interrupted'),
  };
}
