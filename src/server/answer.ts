import type { ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { scopeOf } from '../access/viewer';
import type { Queryable } from '../data/database';
import { endedOnce } from '../data/ended-once';
import { QueryTexts } from '../data/text/query-text';
import {
  createObservedContext,
  createQueryContext,
  readsOf,
  type Caller,
  type Observer,
  type Services,
} from '../subgraphs/context';
import type { Executor } from './compiled-execution';
import { shownError } from './errors';
import type { KnownOperation } from './known-documents';

/** A query that has passed admission: nothing more can be wrong with it but what its fields find. */
export interface Asked extends KnownOperation {
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>>;
  /** As GraphQL has checked and converted them. */
  coerced: Readonly<Record<string, unknown>>;
  caller: Caller;
}

/** What is sent back: for HTTP, and for whatever keeps answers or shares them. */
export interface Answer {
  status: number;
  /** Beside those that depend on the request: its type, and what it varies with. */
  headers: Readonly<Record<string, string>>;
  /** JSON, with a line feed at its end; as UTF-8 where it was written from rows, or kept. */
  body: string | Buffer;
  /** Whether it tells of errors. */
  hasErrors: boolean;
}

/** Answers queries. */
export type Answerer = (asked: Asked) => Promise<Answer>;

/** Answers queries, and tells the observer what the answer is made of. */
export type ObservedAnswerer = (asked: Asked, observer?: Observer) => Promise<Answer>;

/** What answers queries: as text where that is possible, else by executing them. */
export function createAnswerer(
  { schema, execute }: { schema: GraphQLSchema; execute: Executor },
  services: Services,
  logger: Logger,
): ObservedAnswerer {
  const texts = new QueryTexts(schema, services.database);
  return async (asked, observer) => {
    const { document, operation, variables, caller } = asked;
    const reads = endedOnce(readsOf(services, caller, observer));
    const body = await textOf(texts, asked, reads);
    if (body !== undefined) return { status: 200, headers: {}, body, hasErrors: false };
    const context = observer
      ? createObservedContext(services, caller, observer, reads)
      : createQueryContext(services, caller, reads);
    const operationName = operation.name?.value;
    return answerOf(await execute({ document, operationName, variables, context }), logger);
  };
}

/** Undefined where resolvers are to answer: they know what to say of whatever goes wrong. */
async function textOf(
  texts: QueryTexts,
  { coerced: variables, caller, ...known }: Asked,
  reads: Queryable,
): Promise<Buffer | undefined> {
  const { locales, viewer } = caller;
  try {
    return await texts.of({ ...known, variables, locales, viewer: scopeOf(viewer) }, reads);
  } catch {
    return undefined;
  }
}

function answerOf({ data, errors }: ExecutionResult, logger: Logger): Answer {
  if (!errors?.length) return { status: 200, headers: {}, body: `${JSON.stringify({ data })}\n`, hasErrors: false };
  return refusalOf(errors, logger, { data }, 200);
}

/**
 * An answer that tells of errors, with the status and headers that they ask for, as Apollo Server makes it.
 * @param status where none of them asks for one
 */
export function refusalOf(errors: readonly GraphQLError[], logger: Logger, rest: object = {}, status = 500): Answer {
  const answer: Answer = { status, headers: {}, body: '', hasErrors: true };
  for (const { extensions } of errors) {
    const { status, headers } = (extensions['http'] ?? {}) as { status?: number; headers?: Map<string, string> };
    if (status) answer.status = status;
    if (headers) answer.headers = { ...answer.headers, ...Object.fromEntries(headers) };
  }
  answer.body = `${JSON.stringify({ errors: errors.map((error) => shownError(error, logger)), ...rest })}\n`;
  return answer;
}

/** Sends an answer in one piece: head and body are one write. */
export function send(response: ServerResponse, { status, headers, body }: Omit<Answer, 'hasErrors'>): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}
