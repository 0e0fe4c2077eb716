import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import { codeOf } from '../errors';
import { PAGE_HEADERS, pageFiles } from './page-files';

/** The languages of the pages; the first one is for those who ask for none of them. */
const LOCALES = ['en', 'es', 'zh'];

/** The pages load from and talk to the host that they came from, and no other; nothing is written into them at run time. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'", // WebSockets of the same host included
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  ...PAGE_HEADERS,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * The explorer for browsers. `/` leads to the reader's language; every address below `/en`, `/es` or `/zh` gets the page of the
 * view that it names; `/assets` holds its files. Every other request passes on.
 * @param folder what `npm run build:web` wrote; while it has no page, browsers get status 503 and are told
 */
export function explorer(folder: string): Router {
  const router = Router({ strict: false });
  router.use('/assets', pageFiles(path.join(folder, 'assets'), 'The explorer'));
  router.get('/', (request, response) => {
    const locale = request.acceptsLanguages(LOCALES) || LOCALES[0];
    response.vary('Accept-Language').set('Cache-Control', 'no-cache').redirect(`/${locale}`);
  });
  router.get(
    LOCALES.flatMap((locale) => [`/${locale}`, `/${locale}/{*view}`]),
    (request, response) => sendPage(folder, request, response),
  );
  return router;
}

/**
 * A view's page says its language, and what the view begins with, from the first byte on. The build writes it for each folder of
 * web/src/pages and each language; views of no folder show that there is nothing.
 */
async function sendPage(folder: string, request: Request, response: Response): Promise<void> {
  const [, locale = '', view] = request.path.split('/');
  const page =
    (await readPage(folder, `${view || 'home'}.${locale}`)) ?? (await readPage(folder, `not-found.${locale}`));
  if (page === undefined)
    response.status(503).type('text').send('The explorer is not built. Run `npm run build:web`, then reload.\n');
  else response.set(HEADERS).type('html').send(page);
}

async function readPage(folder: string, name: string): Promise<string | undefined> {
  if (!/^[\w.-]+$/.test(name)) return undefined;
  try {
    return await readFile(path.join(folder, 'pages', `${name}.html`), 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
