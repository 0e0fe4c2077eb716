import { createClient, type Client } from 'graphql-ws/client';
import type { Locale } from '../i18n/locale';
import { headersOf } from './client';
import { liveUrl } from './endpoint';
import { endSession } from './session';

/**
 * How the connection for subscriptions is: `idle` while nobody subscribes, `reconnecting` once it was lost, `disconnected` while its
 * reader wants it so.
 */
export type LiveStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected';

/** A client for subscriptions that comes back by itself, and tells how it is. */
export interface LiveConnection {
  client: Client;
  status: () => LiveStatus;
  onStatus: (listener: () => void) => () => void;
  /** Hears of fresh cursors of subscriptions that have nothing to tell, by their ids: see `idOf`. */
  onCheckpoint: (listener: (cursors: Record<string, string>) => void) => () => void;
  /** What the server calls a subscription, by what was given to `client.subscribe`. */
  idOf: (payload: object) => string | undefined;
  /** Drops the connection, as a bad network does, until `reconnect`. */
  disconnect: () => void;
  reconnect: () => void;
}

/** Close codes: our own, for dropping the connection; and the server's, for a token that has ended. */
const DROPPED = 4205;
const FORBIDDEN = 4403;

/** In milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/** Waits before an attempt to connect, longer after each one that failed; and not for the same time as everybody else. */
const pause = (attempts: number): Promise<void> => {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempts);
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
};

export function createLive(locale: Locale, token: string | null): LiveConnection {
  const listeners = new Set<() => void>();
  const checkpoints = new Set<(cursors: Record<string, string>) => void>();
  const ids = new WeakMap<object, string>();
  let status: LiveStatus = 'idle';
  let socket: WebSocket | undefined;
  let held: { until: Promise<void>; release: () => void } | undefined;
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
    retryWait: async (attempts) => {
      if (!held) return pause(attempts);
      await held.until;
    },
    generateID: (payload) => {
      const id = crypto.randomUUID();
      ids.set(payload, id);
      return id;
    },
    on: {
      connecting: (isRetry) => become(isRetry ? 'reconnecting' : 'connecting'),
      opened: (opened) => (socket = opened as WebSocket),
      connected: () => become('connected'),
      ping: (isReceived, payload) => {
        const cursors = isReceived ? (payload?.['cursors'] as Record<string, string> | undefined) : undefined;
        if (cursors) for (const listener of checkpoints) listener(cursors);
      },
      closed: (event) => {
        const { code } = event as CloseEvent;
        become(held ? 'disconnected' : code === 1000 ? 'idle' : 'reconnecting');
        if (code === FORBIDDEN && token !== null) endSession(token);
      },
    },
  });
  return {
    client,
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onCheckpoint: (listener) => {
      checkpoints.add(listener);
      return () => checkpoints.delete(listener);
    },
    idOf: (payload) => ids.get(payload),
    disconnect: () => {
      if (held) return;
      let release: (() => void) | undefined;
      const until = new Promise<void>((resolve) => (release = resolve));
      held = { until, release: () => release?.() };
      socket?.close(DROPPED, 'Dropped by its reader');
    },
    reconnect: () => {
      held?.release();
      held = undefined;
      become('reconnecting');
    },
  };
}
