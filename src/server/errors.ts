import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { codeOf } from '../errors';

const QUERY_CANCELED = '57014';

// How PostgreSQL refuses a parameter: invalid text representation, characters, dates, numbers out of range.
const UNREADABLE = new Set(['22P02', '22021', '22P05', '22007', '22008', '22003']);

/**
 * What a client sees of an error: those that are meant for it as they are; all others masked, with an id that the log has too.
 * Stack traces, SQL and addresses stay here.
 */
export function clientError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  // Errors of GraphQL's own without a code are ours too: a null where the schema promises none.
  const isForClient = original instanceof GraphQLError && formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR';
  if (isForClient) return formatted;
  const { locations, path } = formatted;
  if (codeOf(original) === QUERY_CANCELED) {
    const message = 'This took longer than the server allows. Ask for smaller pages, or for less at once.';
    return { message, locations, path, extensions: { code: 'TIMEOUT' } };
  }
  if (UNREADABLE.has(codeOf(original) ?? '')) {
    const message =
      'A value of the request is none that can be looked for: it has a NUL character, or is out of range.';
    return { message, locations, path, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const errorId = randomUUID();
  logger.error({ errorId, path, err: original }, 'a request failed');
  const message = `Something went wrong on the server. Its log has the details under ${errorId}.`;
  return { message, locations, path, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
}
