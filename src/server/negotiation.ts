import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The media type of streams of events. */
export const STREAM = 'text/event-stream';

/**
 * What the address of GraphQL answers with beside streams and the page for browsers, as Apollo Server writes it: a client that takes
 * anything gets the first.
 */
const ANSWERS = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'];

/** What clients may ask for at all; one that takes anything does not want a stream. */
export const OFFERED = ['application/graphql-response+json', 'application/json', 'text/html', STREAM];

// Clients send the same few headers all the time.
const known = new LRUCache<string, Negotiated>({ max: 100 });

interface Negotiated {
  type: string | null;
  /** Whether the client would rather have the page for browsers, which a GET may get. */
  isPage: boolean;
}

/**
 * The media type of an answer in one piece for an Accept header; null for a client that takes none, or would rather have a stream, or
 * by GET the page for browsers.
 */
export function answerType(accept: string | undefined, method = 'POST'): string | null {
  const header = accept ?? '*/*';
  let answer = known.get(header);
  if (!answer) known.set(header, (answer = negotiate(header)));
  return method === 'GET' && answer.isPage ? null : answer.type;
}

function negotiate(accept: string): Negotiated {
  const negotiator = new Negotiator({ headers: { accept } });
  const wanted = negotiator.mediaType(OFFERED);
  return {
    type: wanted === STREAM ? null : (negotiator.mediaType(ANSWERS) ?? null),
    isPage: wanted === 'text/html',
  };
}
