import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Authenticator } from '../access/authenticator';
import type { Config } from '../config';
import { FactSheets } from '../fact-sheets';
import { Feed } from '../live/feed';
import { mergedSchema } from '../schema/merged';
import type { Services } from '../subgraphs/context';
import { createAnswerer } from './answer';
import { createApp, MAX_BODY } from './app';
import { Connections } from './connections';
import type { DemoConfig } from './demo-sign-in';
import { directLane } from './direct-lane';
import { shownError } from './errors';
import type { GraphQLServer } from './graphql';
import type { FileSettings } from './limits/file-door';
import type { LiveServices, LiveSettings } from './live';
import { KeptAnswers } from './response-cache/kept-answers';
import { shutDown } from './shutdown';
import { WebSockets } from './websocket';
import { keepObjectsYoung } from './young-objects';

export interface HttpServerOptions {
  apollo: GraphQLServer;
  /** Their log is open; subscriptions hear of what happens once it is started. */
  services: Services;
  /** Tells who sends a request. */
  authenticator: Authenticator;
  logger: Logger;
  config: LiveSettings &
    DemoConfig &
    FileSettings &
    Pick<
      Config,
      | 'poolSize'
      | 'production'
      | 'publishedDocumentsOnly'
      | 'liveQueueBytes'
      | 'liveConnectionsPerCaller'
      | 'responseCacheBytes'
      | 'shutdownPeriod'
    >;
}

export interface HttpServer {
  /** Not listening yet. */
  server: Server;
  feed: Feed;
  connections: Connections;
  answers: KeptAnswers;
  /** Whether it is on its way out: it then says so at /readyz, and opens nothing that stays. */
  state: { isStopping: boolean };
  /** Takes nothing new, finishes what runs, ends what stays. */
  stop: () => Promise<void>;
}

/** The address of a server that listens, as this machine reaches it. */
export function listeningUrl(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  const host = address === '::' || address === '0.0.0.0' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

/** The HTTP server with all that it answers: requests, WebSockets, streams of events. */
export function createHttpServer({ apollo, services, authenticator, logger, config }: HttpServerOptions): HttpServer {
  keepObjectsYoung();
  const state = { isStopping: false };
  const formatError = (error: GraphQLError) => shownError(error, logger);
  const feed = new Feed(services, {
    maxBacklog: config.liveQueueBytes,
    concurrency: Math.max(1, Math.floor(config.poolSize / 2)),
    formatError,
    logger,
  });
  const connections = new Connections(config.liveConnectionsPerCaller);
  const live: LiveServices = {
    ...{ apollo, services, feed, authenticator, connections, formatError, logger },
    settings: config,
    isStopping: () => state.isStopping,
  };
  const sheets = new FactSheets(mergedSchema(), services, logger);
  const { schema, documents, published, admission } = apollo;
  const { responseCacheBytes: maxBytes } = config;
  const kept = new KeptAnswers(createAnswerer(apollo, services, logger), { schema, services, maxBytes });
  const { answer } = kept;
  const app = createApp({ live, sheets, answer, config }) as RequestListener;
  const { trustedProxies } = config;
  const lane = { documents, published, admission, authenticator, answer, logger, trustedProxies, maxBody: MAX_BODY };
  const server = createServer(directLane(lane, app));
  server.on('listening', () => services.site.listensAt(listeningUrl(server)));
  server.on('upgrade', new WebSockets(live).upgrade);
  feed.start();
  const stop = async (): Promise<void> => {
    state.isStopping = true;
    await shutDown(server, connections, config.shutdownPeriod);
    if (kept.figures) logger.info(kept.figures, 'answers by where they came from, and the bytes of those kept');
    feed.stop();
    await sheets.close();
  };
  return { server, feed, connections, answers: kept, state, stop };
}
