import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import { GraphQLError } from 'graphql';
import { STYLESHEET_PATH, TooManySheets, type FactSheets, type SheetRequest } from '../fact-sheets';
import { PROJECT_ROOT } from '../project-root';
import type { Caller } from '../subgraphs/context';
import { isSheetLocale, SHEET_LOCALES } from '../subgraphs/networks';
import { isKnownTag } from './known-tag';
import { FILE_COSTS, type FileDoor } from './limits/file-door';
import { refusal, refusalOf } from './refusal';

const STYLESHEET = path.join(PROJECT_ROOT, 'fact-sheets/sheet.css');

const ALL = 'all';

/** Nothing but the page itself and its stylesheet. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** In seconds: by then others are made. */
const RETRY_AFTER = '2';

/** An address without a sheet. Its message is one line for whoever wrote it. */
class NoSheet extends Error {
  constructor(
    readonly status: 400 | 404,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Serves `/fact-sheets/NETWORK.LOCALE.html` and `.pdf`, and all networks as `/fact-sheets/all.LOCALE.pdf`, as whoever asks may see
 * them.
 * @param door lets requests in, and charges their callers
 * @param callerOf who asks
 */
export function factSheets(
  sheets: FactSheets,
  door: FileDoor,
  callerOf: (request: Request) => Promise<Caller>,
): Router {
  const router = Router();
  router.get(STYLESHEET_PATH, (_request, response) => {
    response
      .set('X-Content-Type-Options', 'nosniff')
      .sendFile(STYLESHEET, { headers: { 'Cache-Control': 'no-cache' } });
  });
  router.get('/fact-sheets/:file', async (request, response) => {
    try {
      const wanted = readRequest(request.params['file']);
      const caller = await callerOf(request);
      door.enter(caller, response, wanted.network === undefined ? FILE_COSTS.allSheets : FILE_COSTS.sheet);
      await answer(request, response, { sheets, door, wanted, caller });
    } catch (error) {
      if (error instanceof NoSheet) refusal(request, response, error);
      else if (error instanceof GraphQLError && error.extensions['http']) refusal(request, response, refusalOf(error));
      else if (error instanceof TooManySheets) {
        refusal(request, response, {
          status: 503,
          code: 'OVERLOADED',
          message: `${error.message} Try again in a moment.`,
          headers: { 'Retry-After': RETRY_AFTER },
        });
      } else throw error;
    }
  });
  return router;
}

async function answer(
  request: Request,
  response: Response,
  { sheets, door, wanted, caller }: { sheets: FactSheets; door: FileDoor; wanted: SheetRequest; caller: Caller },
): Promise<void> {
  const made = await sheets.get(wanted, caller);
  const { network = ALL, locale, format } = wanted;
  if (!made)
    throw new NoSheet(
      404,
      'NOT_FOUND',
      `Expected the slug of a network that there is, but got ${JSON.stringify(network)}.`,
    );
  door.watch(response);
  response.set({
    ETag: made.etag,
    // What is for few eyes, no cache may keep.
    'Cache-Control': caller.viewer ? 'private, no-store' : 'public, no-cache',
    'Content-Language': locale,
    'Content-Disposition': `inline; filename="${network}.${locale}.${format}"`,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
  });
  if (isKnownTag(request.get('if-none-match'), made.etag)) response.status(304).end();
  else response.type(format === 'html' ? 'text/html; charset=utf-8' : 'application/pdf').send(made.body);
}

/** @throws NoSheet for a name that no sheet has */
function readRequest(file: string): SheetRequest {
  const [, slug, locale, format] = /^([^.]+)\.([^.]+)\.([^.]+)$/.exec(file) ?? [];
  if (slug === undefined || locale === undefined || (format !== 'html' && format !== 'pdf'))
    throw new NoSheet(
      404,
      'NOT_FOUND',
      'Expected an address such as /fact-sheets/cool-cities.en.pdf or /fact-sheets/cool-cities.es.html.',
    );
  if (!isSheetLocale(locale))
    throw new NoSheet(
      400,
      'BAD_USER_INPUT',
      `Expected one of ${SHEET_LOCALES.join(', ')} for the language, but got ${JSON.stringify(locale.slice(0, 40))}.`,
    );
  if (slug !== ALL) return { network: slug, locale, format };
  if (format === 'html')
    throw new NoSheet(
      404,
      'NOT_FOUND',
      `All networks are in one document as PDF alone: /fact-sheets/${ALL}.${locale}.pdf.`,
    );
  return { network: undefined, locale, format };
}
