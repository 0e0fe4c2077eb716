import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Authenticator } from '../access/authenticator';
import type { Viewer } from '../access/viewer';
import type { Config } from '../config';
import type { Feed } from '../live/feed';
import type { Services } from '../subgraphs/context';
import type { Connections } from './connections';
import type { GraphQLServer } from './graphql';

/** What transports for subscriptions need. */
export interface LiveServices {
  apollo: GraphQLServer;
  services: Services;
  feed: Feed;
  authenticator: Authenticator;
  connections: Connections;
  settings: LiveSettings;
  /** What a client sees of an error. */
  formatError: (error: GraphQLError) => GraphQLFormattedError;
  logger: Logger;
  /** Whether the server is shutting down, and so takes no more connections. */
  isStopping: () => boolean;
}

export type LiveSettings = Pick<
  Config,
  'livePingInterval' | 'liveInitTimeout' | 'liveMessageBytes' | 'liveSubscriptions' | 'trustedProxies'
>;

/** What tells one caller from another, once a token has said who it is. */
export const callerKey = ({ issuer, subject }: Viewer): string => `${issuer} ${subject}`;

// As far as timers go, in ms: after 24 days a client may well show its token again.
const MAX_TIMER = 2 ** 31 - 1;

/** Calls back when a viewer's token ends; never for anonymous callers. Returns what calls it off. */
export function onExpiry(viewer: Viewer | null, expired: () => void): () => void {
  if (!viewer) return () => undefined;
  const remaining = Math.max(0, viewer.expiresAt * 1000 - Date.now());
  const timer = setTimeout(expired, Math.min(remaining, MAX_TIMER)).unref();
  return () => clearTimeout(timer);
}
