import { GraphQLError } from 'graphql';

/**
 * Every error that a caller of the API can mend, with its stable `extensions.code`. GraphQL's own are beside them:
 * GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT (a variable of the wrong type), and INTERNAL_SERVER_ERROR.
 */
export type ErrorCode =
  | 'CURSOR_EXPIRED'
  | 'GRAPH_QUESTION_TOO_LARGE'
  | 'GRAPH_VERSION_GONE'
  | 'INVALID_CURSOR'
  | 'INVALID_FILTER'
  | 'INVALID_GRAPH_QUESTION'
  | 'INVALID_ID'
  | 'INVALID_LOOKUP'
  | 'INVALID_PAGE'
  | 'INVALID_REPRESENTATION'
  | 'INVALID_SEARCH';

const quote = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

const badRequest = (code: ErrorCode, message: string, argument?: string): GraphQLError =>
  new GraphQLError(message, { extensions: argument === undefined ? { code } : { code, argument } });

export const invalidPage = (expected: string, got: string): GraphQLError =>
  badRequest('INVALID_PAGE', `Expected ${expected}, but got ${got}.`);

export const invalidCursor = (cursor: string, expected = 'a cursor that this list has given'): GraphQLError =>
  badRequest('INVALID_CURSOR', `Expected ${expected}, but got ${quote(cursor)}. Start again without a cursor.`);

/** A cursor of an event that is no longer kept, nor are some of those that followed it. */
export const cursorExpired = (): GraphQLError =>
  badRequest(
    'CURSOR_EXPIRED',
    'Expected a cursor of an event that is still kept, but got an older one: events were missed. Query anew what you show, with its ' +
      'feedCursor, and subscribe after that.',
  );

export const invalidId = (id: string, expected: string): GraphQLError =>
  badRequest(
    'INVALID_ID',
    `Expected ${expected}, but got ${quote(id)}. Ids are opaque: use them as the API gave them.`,
  );

export const invalidLookup = (field: string, names: readonly string[], given: readonly string[]): GraphQLError =>
  badRequest(
    'INVALID_LOOKUP',
    `Expected exactly one of ${names.join(', ')} for "${field}", but got ${given.length ? given.join(' and ') : 'none'}.`,
  );

/** A filter that no row could ever match, or that cannot be understood. `path` is where in the argument: filter.population */
export const invalidFilter = (path: string, expected: string, got: unknown): GraphQLError =>
  badRequest('INVALID_FILTER', `Expected ${expected} for "${path}", but got ${quote(got)}.`, path);

export const invalidSearch = (maxLength: number, length: number): GraphQLError =>
  badRequest(
    'INVALID_SEARCH',
    `Expected a text of 1 to ${maxLength} characters to search for, but got ${length}.`,
    'text',
  );

/** What a gateway asks for that names no entity of this subgraph. */
export const invalidRepresentation = (expected: string, got: unknown): GraphQLError =>
  badRequest('INVALID_REPRESENTATION', `Expected ${expected}, but got ${quote(got ?? null)}.`);

/** A version of the graph that is no longer held. */
export const graphVersionGone = (message: string): GraphQLError => badRequest('GRAPH_VERSION_GONE', message, 'version');

/** A question that would take more time than is given to it. */
export const graphQuestionTooLarge = (message: string): GraphQLError => badRequest('GRAPH_QUESTION_TOO_LARGE', message);

/** A question that makes no sense of this graph. */
export const invalidGraphQuestion = (expected: string, got: string): GraphQLError =>
  badRequest('INVALID_GRAPH_QUESTION', `Expected ${expected}, but got ${got}.`);
