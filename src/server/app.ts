import path from 'node:path';
import express, { json, type ErrorRequestHandler, type Express, type Request } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { createQueryContext, type Caller } from '../subgraphs/context';
import { codeOf } from '../errors';
import type { FactSheets } from '../fact-sheets';
import { PROJECT_ROOT } from '../project-root';
import { mergedSchema } from '../schema/merged';
import { isWhole } from '../schema/served';
import type { Answerer } from './answer';
import { apolloLane } from './apollo-lane';
import { atom } from './atom';
import { authentication, viewerOf } from './authentication';
import { demoSignIn, type DemoConfig } from './demo-sign-in';
import { documentIds } from './documents/by-id';
import { explorer } from './explorer';
import { exportRoutes } from './exports';
import { factSheets } from './fact-sheets';
import { graphiql, offersGraphiql } from './graphiql';
import { health } from './health';
import { httpCaller } from './http-caller';
import { FileDoor, type FileSettings } from './limits/file-door';
import type { LiveServices } from './live';
import { withPosition } from './positions';
import { setSecurityHeaders } from './security-headers';
import { eventStreams } from './sse';

/** What `npm run build:web` wrote: below dist/, also where the sources run as they are. */
const PAGES = path.join(PROJECT_ROOT, 'dist/web');

/** In bytes. A document and its variables need less; what is longer is refused before it is parsed. */
export const MAX_BODY = 1024 * 1024;

export interface AppOptions {
  live: LiveServices;
  sheets: FactSheets;
  /** Answers queries. */
  answer: Answerer;
  /** Among them the server's address as clients reach it. Default: as a request names it. */
  config: DemoConfig & FileSettings & Pick<Config, 'production' | 'publishedDocumentsOnly'>;
}

/** The HTTP server's routes. */
export function createApp({ live, sheets, answer, config }: AppOptions): Express {
  const { apollo, services, authenticator, logger, isStopping } = live;
  const callerOf = (request: Request): Promise<Caller> =>
    Promise.resolve(httpCaller(request, request.res!, viewerOf(request), live.settings.trustedProxies));
  const app = express();
  app.disable('x-powered-by');
  app.use(health(services.database, logger, isStopping));
  app.get('/graphql', (_request, response, next) => {
    response.vary('Accept'); // What caches keep of it is for those who take the same.
    next();
  });
  if (offersGraphiql(config)) app.use('/graphql', graphiql(path.join(PAGES, 'graphiql')));
  if (isWhole(apollo.schema)) app.use(explorer(path.join(PAGES, 'explorer')));
  else if (offersGraphiql(config)) app.get('/', (_request, response) => response.redirect('/graphql')); // Its pages ask for all of the graph.
  app.use(demoSignIn(config, services.database));
  app.use(authentication(authenticator));
  app.use(
    '/graphql',
    json({ limit: MAX_BODY }),
    (_request, response, next) => {
      response.vary('Accept-Language'); // Texts come in the reader's language.
      setSecurityHeaders(response);
      next();
    },
    documentIds(apollo.published, logger),
    eventStreams(live, callerOf),
    apolloLane(apollo, answer, async (request) =>
      createQueryContext(services, withPosition(await callerOf(request), extensionsOf(request))),
    ),
  );
  const door = new FileDoor(apollo.admission.budget, config);
  app.use(factSheets(sheets, door, callerOf));
  app.use(atom({ schema: mergedSchema(), services, callerOf, door, publicUrl: config.publicUrl }));
  app.use(exportRoutes({ schema: mergedSchema(), services, callerOf, door, logger }));
  app.use(
    (_request, response) => void response.status(404).json(failure('NOT_FOUND', 'There is nothing at this address.')),
  );
  app.use(unreadable(logger));
  return app;
}

/** The `extensions` of a request for GraphQL; of what is none, Apollo Server tells. */
function extensionsOf({ method, query, body }: Request): unknown {
  if (method !== 'GET') return (body as Record<string, unknown> | undefined)?.['extensions'];
  try {
    return typeof query['extensions'] === 'string' ? JSON.parse(query['extensions']) : undefined;
  } catch {
    return undefined;
  }
}

const failure = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** Bodies that express cannot read are the client's mistake; anything else is ours, and stays in the log. */
function unreadable(logger: Logger): ErrorRequestHandler {
  return (error: Error & { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = error.status ?? 500;
    if (status >= 500) logger.error({ err: error, code: codeOf(error) }, 'a request failed');
    const message =
      error.type === 'entity.too.large'
        ? 'Expected a body of at most 1mb.'
        : error.type === 'entity.parse.failed'
          ? 'Expected a body of JSON, but it could not be parsed.'
          : status < 500
            ? 'The request could not be read.'
            : 'Something went wrong on the server.';
    response.status(status).json(failure(status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR', message));
  };
}
