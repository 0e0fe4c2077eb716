import { existsSync } from 'node:fs';
import path from 'node:path';
import { Router } from 'express';
import type { Config } from '../config';
import { PAGE_HEADERS, pageFiles } from './page-files';

/** What the page may do: load from and talk to the host that it came from, WebSockets included, and no other. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the editor writes its theme into style elements
  "font-src 'self' data:", // fonts and small images are part of GraphiQL's stylesheet
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

// HTML comes last: a client that takes anything is not a browser, and wants GraphQL's own answer.
const OFFERED = ['application/graphql-response+json', 'application/json', 'text/html'];

/** Whether GraphiQL is there: not for the public, nor where it could run nothing that is typed into it. */
export const offersGraphiql = (config: Pick<Config, 'production' | 'publishedDocumentsOnly'>): boolean =>
  !config.production && !config.publishedDocumentsOnly;

/**
 * GraphiQL for browsers. Mount it at the address of the GraphQL endpoint, before the endpoint's own handler: a GET that
 * prefers HTML gets the page, `/assets` below that address holds the page's files, every other request passes on.
 * @param assetsDir the folder that `npm run build:web` wrote; while it has no page, browsers get status 503 and are told
 */
export function graphiql(assetsDir: string): Router {
  const router = Router();
  router.use('/assets', pageFiles(path.join(assetsDir, 'assets'), 'GraphiQL'));
  router.get('/', (request, response, next) => {
    response.vary('Accept');
    if (request.accepts(OFFERED) !== 'text/html') {
      next();
      return;
    }
    const { pathname, search } = new URL(request.originalUrl, 'http://localhost');
    if (pathname.endsWith('/')) {
      // The page finds its assets relative to an address without a slash at the end.
      response.redirect(308, `../${path.posix.basename(pathname)}${search}`);
    } else if (existsSync(path.join(assetsDir, 'index.html'))) {
      response
        .set({ ...PAGE_HEADERS, 'Content-Security-Policy': CONTENT_SECURITY_POLICY })
        .sendFile('index.html', { root: assetsDir, cacheControl: false });
    } else {
      response.status(503).type('text').send('GraphiQL is not built. Run `npm run build:web`, then reload.\n');
    }
  });
  return router;
}
