import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Authenticator } from '../access/authenticator';
import type { Viewer } from '../access/viewer';
import type { Caller } from '../subgraphs/context';
import type { Admission } from './admission';
import { refusalOf, send, type Answer, type Answerer } from './answer';
import { authorizationOf } from './authentication';
import { ADDRESS, PATH, readAddress, readBody, type DirectRequest } from './direct-request';
import type { PublishedDocuments } from './documents/published-documents';
import { httpCaller } from './http-caller';
import type { KnownDocuments } from './known-documents';
import { answerType } from './negotiation';
import { SECURITY_HEADERS } from './security-headers';
import { sendTagged } from './tagged';

export interface DirectLaneOptions {
  documents: KnownDocuments;
  published: PublishedDocuments;
  admission: Admission;
  authenticator: Authenticator;
  answer: Answerer;
  logger: Logger;
  /** How many proxies stand before the server. */
  trustedProxies: number;
  /** What longer bodies are left to, in bytes. */
  maxBody: number;
}

// What an answer depends on beside the body, or the address: of GETs, which caches keep, also whether it is asked for at all.
const POST_VARIES = 'Authorization, Accept-Language';
const GET_VARIES = `Accept, ${POST_VARIES}`;

/** A GET has no body. */
const BODY_HEADERS = ['content-type', 'content-length', 'transfer-encoding'];

const JSON_TYPES = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);

/**
 * Answers queries whose document has been here before, past Express and Apollo Server: these have parsed and validated it, and would do
 * nothing else with it. Everything that is not just that, or is wrong in any way, goes to `otherwise` as it came; the answers are the
 * same to the byte, and admission is the same function.
 */
export function directLane(options: DirectLaneOptions, otherwise: RequestListener): RequestListener {
  const { admission, authenticator, answer, logger } = options;

  async function take(request: IncomingMessage, response: ServerResponse, type: string): Promise<void> {
    const viewer = await viewerOf(request, authenticator);
    const isGet = request.method === 'GET';
    const body = viewer === undefined || isGet ? undefined : await bodyOf(request);
    if (body === null) return; // The client has gone.
    const asked = isGet ? readAddress(request, options) : body && readBody(body, options);
    const answering = asked && viewer !== undefined && answered(asked, callerOf(request, response, viewer));
    if (!answering) {
      if (body) request.unshift(body);
      return otherwise(request, response);
    }
    request.resume(); // Nothing is left of it but its end.
    const given = await answering;
    // All at once: Node.js checks and keeps each header that is set before.
    const headers = {
      ...SECURITY_HEADERS,
      vary: isGet ? GET_VARIES : POST_VARIES,
      'content-type': type,
      'cache-control': viewer ? 'private, no-store' : 'no-store',
      ...given.headers,
    };
    if (isGet) sendTagged(request, response, { ...given, headers });
    else send(response, { ...given, headers });
  }

  function callerOf(request: IncomingMessage, response: ServerResponse, viewer: Viewer | null): Caller {
    return httpCaller(request, response, viewer, options.trustedProxies);
  }

  /** Undefined where a variable is of the wrong type. */
  function answered(asked: DirectRequest, caller: Caller): Promise<Answer> | undefined {
    try {
      const admitted = admission.admit({ ...asked, caller });
      return admitted && answer({ ...asked, coerced: admitted.variables, caller }).catch(failed);
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  }

  function failed(error: unknown): Answer {
    const known = error instanceof GraphQLError ? error : new GraphQLError('…', { originalError: error as Error });
    return refusalOf([known], logger);
  }

  return (request, response) => {
    const type = isCandidate(request, options.maxBody) ? answerType(request.headers.accept, request.method) : null;
    if (type === null) return otherwise(request, response);
    void take(request, response, type);
  };
}

/** Whether a request could be one of ours, as far as its head tells. */
function isCandidate({ method, url = '', headers }: IncomingMessage, maxBody: number): boolean {
  const length = Number(headers['content-length']);
  if (method === 'GET') return url.startsWith(ADDRESS) && BODY_HEADERS.every((name) => headers[name] === undefined);
  return (
    method === 'POST' &&
    url === PATH &&
    JSON_TYPES.has(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= maxBody
  );
}

/** Who asks; undefined where that is to be refused, which is not done here. */
async function viewerOf(request: IncomingMessage, authenticator: Authenticator): Promise<Viewer | null | undefined> {
  try {
    const authorization = authorizationOf(request);
    return authorization === undefined ? null : await authenticator.authenticate(authorization);
  } catch {
    return undefined;
  }
}

/** The whole body, once it is there; null where the client goes before. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const length = Number(request.headers['content-length']);
  return new Promise((resolve) => {
    const done = (body: Buffer | null): void => {
      request.off('readable', take).off('close', close);
      resolve(body);
    };
    const take = (): void => {
      const body = request.read(length) as Buffer | null;
      if (body) done(body);
    };
    const close = (): void => done(null);
    request.on('readable', take).on('close', close);
  });
}
