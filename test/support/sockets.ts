import type { Duplex } from 'node:stream';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket, type ClientOptions as SocketOptions } from 'ws';
import type { Json } from './world';

const PROTOCOL = 'graphql-transport-ws';

/** How a socket was closed. */
export interface Close {
  code: number;
  reason: string;
}

/** Messages in the order in which they came, to be waited for one after the other. */
export class Inbox<T> {
  readonly all: T[] = [];
  private read = 0;
  private waiting: (() => void)[] = [];
  private end: Error | undefined;

  push(item: T): void {
    this.all.push(item);
    this.waiting.splice(0).forEach((wake) => wake());
  }

  /** Whoever waits for more waits in vain. */
  finish(reason: Error): void {
    this.end ??= reason;
    this.waiting.splice(0).forEach((wake) => wake());
  }

  /** The next one that has not been taken. */
  async next(): Promise<T> {
    while (this.read === this.all.length) {
      if (this.end) throw this.end;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return this.all[this.read++]!;
  }

  /** The next one that is like this; those before it are passed over. */
  async nextWhere(isLike: (item: T) => boolean): Promise<T> {
    for (;;) {
      const item = await this.next();
      if (isLike(item)) return item;
    }
  }
}

/** A WebSocket that sends whatever it is told to, and keeps what it gets. */
export class RawSocket {
  readonly inbox = new Inbox<Json>();
  readonly closed: Promise<Close>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.inbox.push(JSON.parse(data.toString())));
    socket.on('error', () => undefined); // The close that follows tells.
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => {
        this.inbox.finish(new Error(`The socket was closed: ${code} ${reason.toString()}.`));
        resolve({ code, reason: reason.toString() });
      }),
    );
  }

  /** @param url of the server, by HTTP */
  static async open(url: string, options: SocketOptions = {}, protocol = PROTOCOL): Promise<RawSocket> {
    const socket = new WebSocket(socketUrl(url), protocol, options);
    const raw = new RawSocket(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return raw;
  }

  /** One that has introduced itself. */
  static async connect(url: string, payload?: object, options?: SocketOptions): Promise<RawSocket> {
    const raw = await RawSocket.open(url, options);
    raw.send({ type: 'connection_init', ...(payload && { payload }) });
    await raw.inbox.nextWhere(({ type }) => type === 'connection_ack');
    return raw;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** Has all that is sent meanwhile arrive in one packet. */
  atOnce(send: () => void): void {
    const { _socket: connection } = this.socket as WebSocket & { _socket: Duplex };
    connection.cork();
    send();
    connection.uncork();
  }

  /** The next message of one operation. */
  next(id: string): Promise<Json> {
    return this.inbox.nextWhere((message) => message.id === id);
  }

  /** Resolves when a subscription without `after` is there: with the cursor at which it begins. */
  async begun(id: string): Promise<string> {
    const { payload } = await this.inbox.nextWhere(({ type, payload }) => type === 'ping' && id in payload.cursors);
    return payload.cursors[id];
  }

  close(): void {
    this.socket.close();
  }
}

export const socketUrl = (url: string): string => `${url.replace('http', 'ws')}/graphql`;

/** The client that most applications use. */
export const createSocketClient = (url: string, options: Partial<ClientOptions> = {}): Client =>
  createClient({ url: socketUrl(url), webSocketImpl: WebSocket, ...options });
