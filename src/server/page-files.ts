import path from 'node:path';
import { Router, static as serveStatic, type RequestHandler } from 'express';

/** What both kinds of pages send beside their policy. */
export const PAGE_HEADERS = {
  'Cache-Control': 'no-cache', // a page names the assets of one build, so it must be the latest
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The files that a page of web/ is made of. Every one has a copy FILE.gz beside it, for those who take it.
 * @param page names the page to those who ask for a file that there is not
 */
export function pageFiles(folder: string, page: string): Router {
  const notFound: RequestHandler = (_request, response) => {
    response.status(404).type('text').send(`${page} has no such file. Reload the page.\n`);
  };
  return Router().use(preferCompressed, assets(folder), notFound);
}

const preferCompressed: RequestHandler = (request, response, next) => {
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip')) request.url = `${request.path}.gz`;
  next();
};

/** A changed asset has another name, so that each may be kept for good. */
const assets = (folder: string): RequestHandler =>
  serveStatic(folder, {
    immutable: true,
    maxAge: '1y',
    index: false,
    redirect: false,
    setHeaders(response, file) {
      response.set('X-Content-Type-Options', 'nosniff');
      const original = path.basename(file, '.gz');
      if (original !== path.basename(file)) response.type(path.extname(original)).set('Content-Encoding', 'gzip');
    },
  });
