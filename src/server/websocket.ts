import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Server } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { IssuerUnavailable, Unauthenticated } from '../access/errors';
import { acceptedLocales } from '../data/locale';
import { messageOf } from '../errors';
import type { Caller } from '../subgraphs/context';
import { authorizationOf } from './authentication';
import { addressOf } from './connections';
import type { LiveServices } from './live';
import { createProtocol } from './websocket-protocol';
import { WebSocketSession } from './websocket-session';

const PATH = '/graphql';

/** How long the other side may take to answer a close, in ms. */
const CLOSE_TIMEOUT = 5_000;

/** GraphQL over WebSocket at /graphql: what an HTTP server's upgrade event is for. */
export class WebSockets {
  private readonly server: WebSocketServer;
  private readonly protocol: Server<WebSocketSession>;

  constructor(private readonly live: LiveServices) {
    this.protocol = createProtocol(live);
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // What a message leads to is done before the next is looked at, also where both came at once: else a subscription that takes the
      // id of the one that was just completed would end with it.
      allowSynchronousEvents: false,
      maxPayload: live.settings.liveMessageBytes,
      closeTimeout: CLOSE_TIMEOUT,
      handleProtocols,
    } as ConstructorParameters<typeof WebSocketServer>[0]);
  }

  /** Makes a WebSocket of a connection, or refuses to with an HTTP status. */
  upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    connection.on('error', ignore); // Whoever has gone needs no answer.
    this.admit(request, connection, head).catch((error: unknown) => {
      if (error instanceof Unauthenticated)
        return refuse(connection, 401, error, 'WWW-Authenticate: Bearer error="invalid_token"');
      if (error instanceof IssuerUnavailable) return refuse(connection, 503, error, 'Retry-After: 10');
      if (error instanceof Refusal) return refuse(connection, error.status, error);
      this.live.logger.error({ err: error }, 'a WebSocket could not be opened');
      return refuse(connection, 500, new Error('Something went wrong on the server.'));
    });
  };

  private async admit(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const { authenticator, connections, settings, isStopping } = this.live;
    if (request.url?.split('?')[0] !== PATH) throw new Refusal(404, `There are WebSockets at ${PATH} alone.`);
    const viewer = await authenticator.authenticate(authorizationOf(request));
    if (connection.destroyed) return; // The client has gone meanwhile.
    if (isStopping()) throw new Refusal(503, 'The server is stopping. Try again in a moment.');
    const address = addressOf(request, settings.trustedProxies);
    if (!connections.enter(address)) throw new Refusal(429, 'Too many connections from this address. Close one.');
    connection.once('close', () => connections.leave(address));
    this.accept(request, connection, head, { viewer, address });
  }

  private accept(
    request: IncomingMessage,
    connection: Duplex,
    head: Buffer,
    caller: Pick<Caller, 'viewer' | 'address'>,
  ): void {
    // Not kept with the socket: a request is larger than all that is needed of it.
    const locales = acceptedLocales(request.headers['accept-language']);
    this.server.handleUpgrade(request, connection, head, (socket) => {
      const session = new WebSocketSession(socket, connection, this.live, { ...caller, locales });
      const closed = this.protocol.opened(session, session);
      socket.on('error', ignore); // What is wrong with a frame, ws tells the client by the close code.
      socket.once('close', (code, reason) => {
        session.closed();
        closed(code, reason.toString()).catch((error: unknown) =>
          this.live.logger.error({ reason: messageOf(error) }, 'a WebSocket could not be cleared away'),
        );
      });
    });
  }
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const ignore = (): void => undefined;

function refuse(connection: Duplex, status: number, { message }: Error, ...headers: string[]): void {
  const body = JSON.stringify({ errors: [{ message }] });
  connection.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...headers,
      '',
      body,
    ].join('\r\n'),
  );
}
