import path from 'node:path';
import { Router, static as serveStatic, type RequestHandler } from 'express';

/** What both kinds of pages send beside their policy. */
export const PAGE_HEADERS = {
  'Cache-Control': 'no-cache', // a page names the assets of one build, so it must be the latest
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The files that a page of web/ is made of. Every one has copies FILE.br and FILE.gz beside it, for those who take them.
 * @param page names the page to those who ask for a file that there is not
 */
export function pageFiles(folder: string, page: string): Router {
  const notFound: RequestHandler = (_request, response) => {
    response.status(404).type('text').send(`${page} has no such file. Reload the page.\n`);
  };
  return Router().use(preferCompressed, assets(folder), notFound);
}

/** The smaller one first. */
const SUFFIXES: Record<string, string> = { br: '.br', gzip: '.gz' };

const preferCompressed: RequestHandler = (request, response, next) => {
  response.vary('Accept-Encoding');
  const accepted = Object.keys(SUFFIXES).find((encoding) => request.acceptsEncodings(encoding));
  if (accepted) request.url = `${request.path}${SUFFIXES[accepted]}`;
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
      for (const [encoding, suffix] of Object.entries(SUFFIXES))
        if (file.endsWith(suffix))
          response.type(path.extname(path.basename(file, suffix))).set('Content-Encoding', encoding);
    },
  });
