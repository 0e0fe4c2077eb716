import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler } from 'express';
import type { Context } from '../subgraphs/context';
import { send } from './answer';

/** GraphQL over HTTP as Apollo Server answers it: every request that the direct lane leaves. Mount it behind what parses bodies. */
export function apolloLane(
  apollo: ApolloServer<Context>,
  context: (request: Request) => Promise<Context>,
): RequestHandler {
  return async (request, response) => {
    const { method, url } = request;
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const query = url.indexOf('?');
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search: query < 0 ? '' : url.slice(query), body: request.body as unknown },
      context: () => context(request),
    });
    if (answer.body.kind !== 'complete') throw new Error('Expected an answer in one piece.');
    const { string: text } = answer.body;
    response.status(answer.status ?? 200).set(Object.fromEntries(answer.headers));
    // What is not for caches needs no ETag, whose hash Express would make of the whole body.
    if (method === 'POST') send(response, { status: response.statusCode, headers: {}, body: text });
    else response.send(text);
  };
}
