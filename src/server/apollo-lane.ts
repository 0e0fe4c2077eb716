import { createHash } from 'node:crypto';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { Context } from '../subgraphs/context';
import { send, type Answerer } from './answer';
import { answeredBy } from './answered-by';
import { isKnownTag } from './known-tag';

/**
 * GraphQL over HTTP as Apollo Server answers it: every request that the direct lane leaves. Mount it behind what parses bodies.
 * @param answer answers the queries that Apollo Server has let in, as it does in the direct lane
 */
export function apolloLane(
  apollo: ApolloServer<Context>,
  answer: Answerer,
  contextOf: (request: Request) => Promise<Context>,
): RequestHandler {
  const context = async (request: Request): Promise<Context> => answeredBy(answer, await contextOf(request));
  return async (request, response) => {
    const { method, url } = request;
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const query = url.indexOf('?');
    const { status = 200, ...answer } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search: query < 0 ? '' : url.slice(query), body: request.body as unknown },
      context: () => context(request),
    });
    if (answer.body.kind !== 'complete') throw new Error('Expected an answer in one piece.');
    const { string: body } = answer.body;
    // Caches may keep what says so, and nothing else.
    if (!response.get('Cache-Control')) response.set('Cache-Control', 'no-store');
    response.set(Object.fromEntries(answer.headers));
    // What is not for caches needs no ETag.
    if (method === 'GET' && status === 200 && isKnown(request, response, body)) {
      response.removeHeader('Content-Type');
      return void response.status(304).end();
    }
    send(response, { status, headers: {}, body });
  };
}

/** Tags an answer, and tells whether the client has it already. The tag is strong: another one for each body. */
function isKnown(request: Request, response: Response, body: string): boolean {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  response.set('ETag', etag);
  return isKnownTag(request.get('if-none-match'), etag);
}
