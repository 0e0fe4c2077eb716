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
const known = new LRUCache<string, { type: string | null }>({ max: 100 });

/**
 * The media type of an answer in one piece for an Accept header; null for a client that takes none, or would rather have a stream.
 */
export function answerType(accept: string | undefined): string | null {
  const header = accept ?? '*/*';
  let answer = known.get(header);
  if (!answer) known.set(header, (answer = { type: negotiate(header) }));
  return answer.type;
}

function negotiate(accept: string): string | null {
  const negotiator = new Negotiator({ headers: { accept } });
  return negotiator.mediaType(OFFERED) === STREAM ? null : (negotiator.mediaType(ANSWERS) ?? null);
}
