import { existsSync } from 'node:fs';
import path from 'node:path';
import { type RequestHandler, Router, static as serveStatic } from 'express';

/** What a page of ours may do: load from and talk to the host that it came from, and nothing else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the editor writes its theme and sizes into style elements
  "font-src 'self' data:", // GraphiQL's fonts are part of its stylesheet,
  "img-src 'self' data:", // and so are the editor's small images
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cache-Control': 'no-cache', // the page names its assets by their hash, so it must be the latest
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** In this order a client that takes anything (Accept: *​/*) is not a browser, and gets GraphQL's own answer. */
const OFFERED = ['application/graphql-response+json', 'application/json', 'text/html'];

/**
 * GraphiQL for browsers, at the address of the GraphQL endpoint: mount it there, before the endpoint's own handler. A GET that prefers
 * HTML gets the page, and `/assets` below the address its files; every other request passes on.
 * @param folder where `npm run build:web` wrote GraphiQL; while it is missing, browsers get status 503 and the command to run
 */
export function graphiql(folder: string): Router {
  const router = Router();
  router.use('/assets', takeCompressed, serveAssets(path.join(folder, 'assets')), notFound);
  router.get('/', (request, response, next) => {
    response.vary('Accept');
    if (request.accepts(OFFERED) !== 'text/html') {
      next();
    } else if (request.originalUrl.split('?', 1)[0]?.endsWith('/')) {
      // The page's addresses are relative to one without a slash at its end.
      response.redirect(308, `../${path.posix.basename(request.baseUrl)}${query(request.originalUrl)}`);
    } else if (!existsSync(path.join(folder, 'index.html'))) {
      response.status(503).type('text').send('GraphiQL is not built. Run `npm run build:web`, then reload.\n');
    } else {
      response.set(PAGE_HEADERS).sendFile('index.html', { root: folder, cacheControl: false });
    }
  });
  return router;
}
