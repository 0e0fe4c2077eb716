import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Authenticator } from '../access/authenticator';
import type { Viewer } from '../access/viewer';
import type { Caller } from '../subgraphs/context';
import type { Admission } from './admission';
import { refusalOf, send, type Answer, type Answerer } from './answer';
import { authorizationOf } from './authentication';
import { httpCaller } from './http-caller';
import type { KnownDocuments, KnownOperation } from './known-documents';
import { answerType } from './negotiation';
import { setSecurityHeaders } from './security-headers';

export interface DirectLaneOptions {
  documents: KnownDocuments;
  admission: Admission;
  authenticator: Authenticator;
  answer: Answerer;
  logger: Logger;
  /** How many proxies stand before the server. */
  trustedProxies: number;
  /** What longer bodies are left to, in bytes. */
  maxBody: number;
}

const PATH = '/graphql';
const JSON_TYPES = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);

/** A body that asks for an operation that is known. */
interface Request extends KnownOperation {
  variables: Record<string, unknown>;
}

/**
 * Answers queries whose document has been here before, past Express and Apollo Server: these have parsed and validated it, and would do
 * nothing else with it. Everything that is not just that, or is wrong in any way, goes to `otherwise` as it came; the answers are the
 * same to the byte, and admission is the same function.
 */
export function directLane(options: DirectLaneOptions, otherwise: RequestListener): RequestListener {
  const { documents, admission, authenticator, answer, logger } = options;

  async function take(request: IncomingMessage, response: ServerResponse, type: string): Promise<void> {
    const viewer = await viewerOf(request, authenticator);
    const body = viewer !== undefined && (await bodyOf(request));
    if (body === null) return; // The client has gone.
    const asked = body ? read(body, documents) : undefined;
    const answering = asked && answered(asked, httpCaller(request, response, viewer!, options.trustedProxies));
    if (!answering) {
      if (body) request.unshift(body);
      return otherwise(request, response);
    }
    request.resume(); // Nothing is left of it but its end.
    setSecurityHeaders(response);
    response.setHeader('vary', 'Authorization, Accept-Language').setHeader('content-type', type);
    response.setHeader('cache-control', viewer ? 'private, no-store' : 'no-store');
    send(response, await answering);
  }

  /** Undefined where a variable is of the wrong type. */
  function answered(asked: Request, caller: Caller): Promise<Answer> | undefined {
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
    const type = isCandidate(request, options.maxBody) ? answerType(request.headers.accept) : null;
    if (type === null) return otherwise(request, response);
    void take(request, response, type);
  };
}

/** Whether a request could be one of ours, as far as its head tells. */
function isCandidate({ method, url, headers }: IncomingMessage, maxBody: number): boolean {
  const length = Number(headers['content-length']);
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

/** What a body asks for; undefined for whatever is not simply a known query. */
function read(body: Buffer, documents: KnownDocuments): Request | undefined {
  const { query, operationName, variables, extensions } = parsed(body);
  if (typeof query !== 'string' || extensions != null) return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  const known = documents.find(query, operationName);
  if (known?.operation.operation !== OperationTypeNode.QUERY) return undefined;
  return { ...known, variables: (variables ?? {}) as Request['variables'] };
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    return Object(JSON.parse(body.toString())) as Record<string, unknown>;
  } catch {
    return {};
  }
}
