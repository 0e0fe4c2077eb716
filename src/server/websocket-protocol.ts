import {
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLSchema,
  type GraphQLFormattedError,
} from 'graphql';
import { makeServer, type Context, type Server, type SubscribePayload } from 'graphql-ws';
import { IssuerUnavailable, Unauthenticated } from '../access/errors';
import { acceptedLocales } from '../data/locale';
import { tooManySubscriptions } from '../live/errors';
import { createQueryContext } from '../subgraphs/context';
import { documentOf } from './documents/by-id';
import { callerKey, type LiveServices } from './live';
import { runOperation } from './operations';
import { withPosition } from './positions';
import type { WebSocketSession } from './websocket-session';
import type { WebSocketSubscription } from './websocket-subscription';

type Params = Record<string, unknown> | undefined;

/** An error as the client is to see it: it has been through what hides the server's own. */
class Shown extends GraphQLError {
  constructor(readonly formatted: GraphQLFormattedError) {
    super(formatted.message);
  }
}

// Ids are repeated with every message.
const MAX_ID_LENGTH = 256;

const BAD_REQUEST = 4400;
const TOO_MANY = 4429;
const TRY_AGAIN_LATER = 1013;

// Nothing is left to be executed when graphql-ws asks for it.
const NONE = new GraphQLSchema({});

/**
 * The protocol of graphql-ws (graphql-transport-ws), which that package speaks: messages, their order, close codes. This says what the
 * messages do here.
 */
export function createProtocol(live: LiveServices): Server<WebSocketSession> {
  return makeServer<Params, WebSocketSession>({
    connectionInitWaitTimeout: live.settings.liveInitTimeout,
    onConnect: (client) => connect(live, client),
    onSubscribe: (client, id, payload) => start(live, client, id, payload),
    execute: ({ contextValue }) => contextValue as ExecutionResult,
    subscribe: ({ contextValue }) => contextValue as WebSocketSubscription,
    onNext: (_client, _id, _payload, _args, result) => result,
    onError: (_client, _id, _payload, errors) =>
      errors.map((error) => (error instanceof Shown ? error.formatted : live.formatError(error))),
  });
}

/** Finds out who the client is: by what it says when it begins, else by the header with which its socket was opened. */
async function connect(
  { authenticator }: LiveServices,
  { connectionParams, extra: session }: Context<Params, WebSocketSession>,
): Promise<boolean> {
  // Browsers cannot set headers of a WebSocket: what would be one comes as a parameter, in any case.
  const params = new Map(Object.entries(connectionParams ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const [authorization, language] = [params.get('authorization'), params.get('accept-language')];
  const locales = typeof language === 'string' ? acceptedLocales(language) : session.caller.locales;
  try {
    if (authorization != null && typeof authorization !== 'string') return false;
    const viewer = authorization ? await authenticator.authenticate(authorization) : session.caller.viewer;
    if (viewer && !session.countFor(callerKey(viewer))) {
      session.close(TOO_MANY, 'Too many connections');
      return true;
    }
    session.acknowledge({ ...session.caller, viewer, locales });
    return true;
  } catch (error) {
    if (error instanceof Unauthenticated) return false;
    if (!(error instanceof IssuerUnavailable)) throw error;
    session.close(TRY_AGAIN_LATER, 'The issuer of tokens cannot be reached');
    return true;
  }
}

/**
 * Runs a query or a mutation, or begins a subscription. graphql-ws then asks to execute it, and is given what there is already.
 */
async function start(
  live: LiveServices,
  client: Context<Params, WebSocketSession>,
  id: string,
  payload: SubscribePayload,
): Promise<ExecutionArgs | GraphQLError[]> {
  const { extra: session, subscriptions } = client;
  const { apollo, settings } = live;
  if (id.length > MAX_ID_LENGTH) {
    session.close(BAD_REQUEST, `Expected an id of at most ${MAX_ID_LENGTH} characters`);
    return [new GraphQLError('Expected a shorter id.')];
  }
  if (Object.keys(subscriptions).length > settings.liveSubscriptions)
    return [tooManySubscriptions(settings.liveSubscriptions)];
  try {
    return await run(live, client, id, payload, await documentOf(apollo.published, payload));
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

async function run(
  { apollo, services }: LiveServices,
  client: Context<Params, WebSocketSession>,
  id: string,
  { variables, operationName, extensions }: SubscribePayload,
  query: string | undefined,
): Promise<ExecutionArgs | GraphQLError[]> {
  const { extra: session } = client;
  const request = {
    query,
    variables: variables ?? undefined,
    operationName: operationName ?? undefined,
    extensions: extensions ?? undefined,
  };
  const isWanted = (): boolean => id in client.subscriptions;
  const outcome = await session.run(isWanted, (signal) =>
    runOperation(
      apollo,
      request,
      createQueryContext(services, withPosition({ ...session.caller, signal }, extensions)),
    ),
  );
  if (outcome.kind === 'answer' && !('data' in outcome.result))
    return outcome.result.errors!.map((error) => new Shown(error));
  const contextValue =
    outcome.kind === 'subscription' ? await session.subscribe(id, outcome.subscription) : outcome.result;
  return { schema: NONE, document: outcome.document!, operationName, contextValue };
}
