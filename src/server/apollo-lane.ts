import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler } from 'express';
import type { Context } from '../subgraphs/context';
import { send, type Answerer } from './answer';
import { answeredBy } from './answered-by';
import { sendTagged } from './tagged';

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
    const sent = { status, headers: Object.fromEntries(answer.headers), body };
    if (method === 'GET') sendTagged(request, response, sent);
    else send(response, sent);
  };
}
