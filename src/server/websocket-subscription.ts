import type { Duplex } from 'node:stream';
import type { GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import type { Message } from '../live/message';
import type { Sink, Subscriber } from '../live/subscriber';
import { drained } from './drained';
import { cursorsMessage, frameBegin, frameEnd } from './websocket-frames';

/**
 * A subscription over a WebSocket. To graphql-ws it is an iterator that never gives anything and ends when the subscription does: its
 * messages go to the socket as prepared bytes, past everything that would write them anew for each subscriber.
 */
export class WebSocketSubscription implements Sink, AsyncIterableIterator<never> {
  /** Set once it is subscribed. */
  subscriber: Subscriber | undefined;
  private readonly frameEnd: Buffer;
  private readonly ended: Promise<IteratorResult<never>>;
  private finish: (result: IteratorResult<never>) => void;
  private reject: (error: GraphQLError) => void;

  /**
   * @param connection what the WebSocket was made of: whole frames may be written to it, as no message is compressed or cut
   * @param onEnd called when it is over, for whatever reason
   */
  constructor(
    private readonly socket: WebSocket,
    private readonly connection: Duplex,
    private readonly id: string,
    private readonly onEnd: () => void,
  ) {
    this.frameEnd = frameEnd(id);
    this.ended = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.reject = reject;
    });
    this.ended.catch(() => undefined); // Whoever waits for the end is told; perhaps nobody does any more.
  }

  get backlog(): number {
    return this.connection.writableLength;
  }

  send(messages: readonly Message[]): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.connection.cork();
    for (const message of messages) {
      this.connection.write(frameBegin(message, this.frameEnd));
      this.connection.write(this.frameEnd);
    }
    this.connection.uncork();
  }

  tellCursor(cursor: string): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(cursorsMessage([[this.id, cursor]]));
  }

  fail(error: GraphQLError): void {
    this.onEnd();
    this.reject(error);
  }

  drained(): Promise<void> {
    return drained(this.connection);
  }

  next(): Promise<IteratorResult<never>> {
    return this.ended;
  }

  /** Called when the client completes the subscription, and when its socket is closed. */
  return(): Promise<IteratorResult<never>> {
    this.subscriber?.stop();
    this.onEnd();
    this.finish({ done: true, value: undefined });
    return this.ended.catch(() => ({ done: true, value: undefined }));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
