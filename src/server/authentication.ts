import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Authenticator } from '../access/authenticator';
import { IssuerUnavailable, Unauthenticated } from '../access/errors';
import type { Viewer } from '../access/viewer';

/** In seconds: by then the issuer will have been asked again. */
const RETRY_AFTER = '10';

const viewers = new WeakMap<IncomingMessage, Viewer | null>();

/** Who sent a request that has passed `authentication`; null for an anonymous caller. */
export const viewerOf = (request: IncomingMessage): Viewer | null => viewers.get(request) ?? null;

/**
 * The one Authorization header of a request; undefined for none.
 * @throws Unauthenticated for several: proxies and servers differ in which of them counts
 */
export function authorizationOf(request: IncomingMessage): string | undefined {
  const { authorization: header } = request.headers;
  if (header === undefined) return undefined;
  // That is the first of several alone.
  if (request.headersDistinct['authorization']!.length > 1)
    throw new Unauthenticated('Expected one Authorization header, but got several.');
  return header;
}

/**
 * Finds out who sends a request, before its body is read. One whose token is not to be believed ends here: 401 and nothing else, or
 * 503 where that cannot be told. What goes on to those who are signed in, no cache may keep.
 */
export function authentication(authenticator: Authenticator): RequestHandler {
  return async (request, response, next) => {
    response.vary('Authorization');
    try {
      const viewer = await authenticator.authenticate(authorizationOf(request));
      viewers.set(request, viewer);
      if (viewer) response.set('Cache-Control', 'private, no-store');
    } catch (error) {
      if (error instanceof Unauthenticated) return refuse(response, 401, error);
      if (error instanceof IssuerUnavailable) return refuse(response, 503, error);
      throw error;
    }
    next();
  };
}

function refuse(response: Response, status: 401 | 503, error: Unauthenticated | IssuerUnavailable): void {
  if (status === 401) response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  else response.set('Retry-After', RETRY_AFTER);
  response
    .set('Cache-Control', 'no-store')
    .status(status)
    .json({ errors: [error] });
}
