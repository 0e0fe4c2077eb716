import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isTimeout } from '../data/outage';
import { codeOf } from '../errors';
import { Departure } from './departure';

// How PostgreSQL refuses a parameter: invalid text representation, characters, dates, numbers out of range.
const UNREADABLE = new Set(['22P02', '22021', '22P05', '22007', '22008', '22003']);

// The values of a statement that failed may be secret, or for few eyes: the log has the statement alone.
type Path = GraphQLFormattedError['path'];

const WITHOUT_VALUES = {
  redact: { paths: ['err.parameters', 'err.detail', 'err.where', 'err.driverError'], remove: true },
};

/** Mistakes of the caller that PostgreSQL finds, and what to tell. */
function mistakeFoundByDatabase(error: unknown, path: Path): { message: string; code: string } | undefined {
  const code = codeOf(error);
  if (isTimeout(error)) {
    const field = path?.filter((key) => typeof key === 'string').join('.') ?? 'This';
    const message =
      `${field} took longer than the server allows one statement. Ask for a smaller page of it, with fewer conditions, or without what ` +
      'counts the whole list (totalCount, facets).';
    return { code: 'TIMEOUT', message };
  }
  if (code !== undefined && UNREADABLE.has(code))
    return {
      code: 'BAD_USER_INPUT',
      message: 'A value of the request is none that can be looked for: it has a NUL character, or is out of range.',
    };
  return undefined;
}

/** Whether Apollo refused a request: it then says with which status, and not always with which code. */
function isRefusal({ extensions }: GraphQLError): boolean {
  const { status = 500 } = (extensions['http'] ?? {}) as { status?: number };
  return status < 500;
}

/**
 * What a client sees of an error: those that are meant for it as they are; all others masked, with an id that the
 * log has too.
 * Stack traces, SQL and addresses stay here.
 */
export function clientError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError) {
    if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return formatted;
    if (isRefusal(original)) return { ...formatted, extensions: { code: 'BAD_REQUEST' } };
    // Any other one without a code is a fault of ours that GraphQL has found: a null where the schema promises none.
  }
  const { locations, path } = formatted;
  if (original instanceof Departure)
    return { message: original.message, locations, path, extensions: { code: 'CANCELLED' } };
  const mistake = mistakeFoundByDatabase(original, path);
  if (mistake) return { message: mistake.message, locations, path, extensions: { code: mistake.code } };
  const errorId = randomUUID();
  logger.child({}, WITHOUT_VALUES).error({ errorId, path, err: original }, 'a request failed');
  const message = `Something went wrong on the server. Its log has the details under ${errorId}.`;
  return { message, locations, path, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
}

/** What a client sees of an error that no request of Apollo Server met: one without a code is a fault of ours. */
export function shownError(error: GraphQLError, logger: Logger): GraphQLFormattedError {
  const { http: _http, ...own } = error.extensions;
  const extensions = { ...own, code: own['code'] ?? ApolloServerErrorCode.INTERNAL_SERVER_ERROR };
  return clientError({ ...error.toJSON(), extensions }, error, logger);
}
