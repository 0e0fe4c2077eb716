import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '../access/viewer';
import { acceptedLocales } from '../data/locale';
import type { Caller } from '../subgraphs/context';
import { addressOf } from './connections';
import { Departure } from './departure';

/** Tells what a replica must have replayed to show what was written; a client that sends it with a query sees that, wherever it is answered. */
const POSITION = 'interurban-position';

/**
 * Who sends a request by HTTP, and until when they wait for its answer.
 * @param proxies how many proxies stand before the server
 */
export const httpCaller = (
  request: IncomingMessage,
  response: ServerResponse,
  viewer: Viewer | null,
  proxies: number,
): Caller => ({
  viewer,
  locales: acceptedLocales(request.headers['accept-language']),
  address: addressOf(request, proxies),
  signal: departureOf(response),
  position: positionOf(request),
  onWritten: (position) => {
    // The head of an event stream is sent before anything is written.
    if (!response.headersSent) response.setHeader(POSITION, String(position));
  },
});

/** What is none that we gave is taken for the latest: then nothing is missing either. */
function positionOf({ headers }: IncomingMessage): number | undefined {
  const given = headers[POSITION];
  if (given === undefined) return undefined;
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : Infinity;
}

/** Aborts when the client goes before it has its whole answer. */
function departureOf(response: ServerResponse): AbortSignal {
  const departure = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) departure.abort(new Departure());
  });
  return departure.signal;
}
