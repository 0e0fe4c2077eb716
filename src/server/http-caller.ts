import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '../access/viewer';
import { acceptedLocales } from '../data/locale';
import type { Caller } from '../subgraphs/context';
import { addressOf } from './connections';
import { Departure } from './departure';
import { POSITION_HEADER, positionOf } from './positions';

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
  position: positionOf(request.headers[POSITION_HEADER]),
  onWritten: (position) => {
    // The head of an event stream is sent before anything is written: the answer itself tells it.
    if (!response.headersSent) response.setHeader(POSITION_HEADER, String(position));
  },
});

/** Aborts when the client goes before it has its whole answer. */
function departureOf(response: ServerResponse): AbortSignal {
  const departure = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) departure.abort(new Departure());
  });
  return departure.signal;
}
