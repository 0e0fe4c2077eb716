import type { GraphQLRequest } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import { GraphQLError } from 'graphql';
import { createQueryContext, type Caller } from '../subgraphs/context';
import { addressOf } from './connections';
import { EventStream } from './event-stream';
import { callerKey, onExpiry, type LiveServices } from './live';
import { OFFERED, STREAM } from './negotiation';
import { runOperation } from './operations';
import { withPosition } from './positions';

/**
 * GraphQL over Server-Sent Events, in the "distinct connections mode" of graphql-sse: a GET or POST that asks for text/event-stream
 * gets a stream with what one operation gives. Mount it behind what parses bodies, before GraphQL's own handler.
 */
export function eventStreams(live: LiveServices, callerOf: (request: Request) => Promise<Caller>): RequestHandler {
  return async (request, response, next) => {
    const isOurs = request.method === 'GET' || request.method === 'POST';
    if (!isOurs || request.accepts(OFFERED) !== STREAM) return next();
    const caller = await callerOf(request);
    if (response.destroyed) return; // The client has gone meanwhile.
    if (!enter(live, request, response, caller)) return;
    const stream = new EventStream(response, live);
    try {
      await run(live, request, caller, stream);
    } catch (error) {
      stream.fail(error instanceof GraphQLError ? error : new GraphQLError('…', { originalError: error as Error }));
    }
  };
}

/** Counts the connection for its address and, where that is known, for whoever opens it; refuses it where there are too many. */
function enter(
  { connections, settings, isStopping }: LiveServices,
  request: Request,
  response: Response,
  caller: Caller,
): boolean {
  if (isStopping()) {
    refuse(response, 503, 'STOPPING', 'The server is stopping. Try again in a moment.');
    return false;
  }
  const keys = [addressOf(request, settings.trustedProxies), ...(caller.viewer ? [callerKey(caller.viewer)] : [])];
  for (const key of keys) {
    if (!connections.enter(key)) {
      refuse(response, 429, 'TOO_MANY_CONNECTIONS', 'Too many connections from here. Close one.');
      return false;
    }
    response.once('close', () => connections.leave(key));
  }
  return true;
}

const refuse = (response: Response, status: number, code: string, message: string): void =>
  void response
    .status(status)
    .set('Retry-After', '5')
    .json({ errors: [{ message, extensions: { code } }] });

async function run(live: LiveServices, request: Request, caller: Caller, stream: EventStream): Promise<void> {
  const { apollo, services, feed } = live;
  const operation = operationOf(request);
  const context = createQueryContext(services, withPosition(caller, operation.extensions));
  const outcome = await runOperation(apollo, operation, context, { isReadOnly: request.method === 'GET' });
  if (outcome.kind === 'answer') {
    stream.complete(outcome.result);
    return;
  }
  // A browser that comes back tells the last cursor that it had; its address still has the first one.
  const resumed = request.get('last-event-id');
  stream.follow(await feed.subscribe(outcome.subscription, caller, stream, resumed));
  const callOff = onExpiry(caller.viewer, () => stream.fail(tokenExpired()));
  request.res!.once('close', callOff);
}

const tokenExpired = (): GraphQLError =>
  new GraphQLError('The token has expired. Come back with a new one, and with the last cursor.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });

/** @throws BAD_REQUEST for what is no request of GraphQL over HTTP */
function operationOf(request: Request): GraphQLRequest {
  const given = (request.method === 'GET' ? request.query : request.body) as Record<string, unknown> | undefined;
  const parsed = (name: string): unknown => {
    const value = given?.[name];
    return request.method === 'GET' && typeof value === 'string' ? parseJson(name, value) : value;
  };
  const { query, operationName } = given ?? {};
  const [variables, extensions] = [parsed('variables'), parsed('extensions')];
  const isPersisted = query === undefined && isMap(extensions) && extensions?.['persistedQuery'] != null;
  if (typeof query !== 'string' && !isPersisted) throw badRequest('"query" to be a text with a document');
  if (operationName != null && typeof operationName !== 'string') throw badRequest('"operationName" to be a text');
  if (!isMap(variables)) throw badRequest('"variables" to be an object');
  if (!isMap(extensions)) throw badRequest('"extensions" to be an object');
  return {
    query: query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  };
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`"${name}" to be JSON`);
  }
}

const isMap = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value == null || (typeof value === 'object' && !Array.isArray(value));

const badRequest = (expected: string): GraphQLError =>
  new GraphQLError(`Expected ${expected}.`, { extensions: { code: 'BAD_REQUEST' } });
