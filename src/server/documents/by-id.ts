import type { RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { refusalOf, send } from '../answer';
import { answerType } from '../negotiation';
import type { PublishedDocuments } from './published-documents';

/** What names a document in a request, beside what all transports have. */
interface Named {
  query?: unknown;
  documentId?: unknown;
}

/**
 * The document that a request asks for: its own, or the published one that it names. Undefined for one that does neither: perhaps it
 * names one in the way of Apollo's persisted queries.
 * @throws BAD_REQUEST for one that does both, DOCUMENT_NOT_FOUND
 */
export async function documentOf(
  published: PublishedDocuments,
  { query, documentId }: Named,
): Promise<string | undefined> {
  // graphql-ws wants a text there, even where there is none.
  const own = typeof query === 'string' && query !== '' ? query : undefined;
  if (documentId === undefined || documentId === null) return own;
  if (own !== undefined) throw both();
  return published.text(documentId);
}

/**
 * Puts the text of a published document into HTTP requests that name it by `documentId`, or `id`: in the body, or in the address. Mount
 * it behind what parses bodies, before what answers.
 */
export function documentIds(published: PublishedDocuments, logger: Logger): RequestHandler {
  return async (request, response, next) => {
    const given = (request.method === 'GET' ? request.query : request.body) as unknown;
    if (!isNamed(given)) return next();
    const { documentId, id, ...rest } = given;
    try {
      const query = await documentOf(published, { ...rest, documentId: documentId ?? id });
      if (request.method === 'GET') {
        const [path, search] = request.url.split('?');
        const parameters = new URLSearchParams(search);
        for (const name of ['documentId', 'id']) parameters.delete(name);
        parameters.set('query', query ?? '');
        request.url = `${path}?${parameters.toString()}`;
        // What has been published may well be asked for from another page: it changes nothing, and says nothing to that page.
        request.headers['apollo-require-preflight'] = 'true';
      } else request.body = { ...rest, query };
      next();
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      response.type(answerType(request.headers.accept) ?? 'application/json');
      send(response, refusalOf([error], logger));
    }
  };
}

const isNamed = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && ('documentId' in given || 'id' in given);

const both = (): GraphQLError =>
  new GraphQLError('Expected either a document ("query") or the id of a published one ("documentId"), but got both.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
