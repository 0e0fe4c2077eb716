import type { Response } from 'express';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Message } from '../live/message';
import type { Sink, Subscriber } from '../live/subscriber';
import type { LongConnection } from './connections';
import { drained } from './drained';
import type { LiveServices } from './live';

// How many beats a reader may go without taking any of what waits for it.
const MAX_MISSED = 3;

// How long a reader may take to read the end, in ms.
const CLOSE_TIMEOUT = 5_000;

// Within which time a browser comes back when the server goes away, in ms: not all at once.
const [SOON, LATER] = [500, 5_000];

// Proxies are to pass events on as they come.
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

// Each event has its cursor for an id: with it, a browser's EventSource goes on by itself where it was.
const encode = ({ cursor, payload }: Message): Buffer =>
  Buffer.from(`event: next\nid: ${cursor}\ndata: ${payload}\n\n`);

/** A stream of Server-Sent Events: what one operation gives. */
export class EventStream implements Sink, LongConnection {
  private subscriber: Subscriber | undefined;
  private readonly heart: NodeJS.Timeout;
  private begin: () => void;
  /** Resolves when the operation has an answer, or is subscribed. */
  private readonly begun = new Promise<void>((resolve) => (this.begin = resolve));
  private bytesTaken = 0;
  private missed = 0;

  /** Begins the stream. */
  constructor(
    private readonly response: Response,
    private readonly live: LiveServices,
  ) {
    response.status(200).set(HEADERS).write(':\n\n');
    this.heart = setInterval(() => this.beat(), live.settings.livePingInterval).unref();
    live.connections.add(this);
    response.once('close', () => {
      clearInterval(this.heart);
      this.begin();
      live.connections.remove(this);
      this.subscriber?.stop();
    });
  }

  /** Sends a subscriber's messages from now on. */
  follow(subscriber: Subscriber): void {
    this.subscriber = subscriber;
    this.begin();
    if (!this.isOpen) subscriber.stop(); // The client has gone meanwhile.
  }

  get backlog(): number {
    return this.response.writableLength;
  }

  send(messages: readonly Message[]): void {
    if (!this.isOpen) return;
    this.response.cork();
    for (const message of messages) this.response.write(message.as('sse', encode));
    this.response.uncork();
  }

  tellCursor(cursor: string): void {
    // A block without data is no event, and yet a browser keeps its id.
    if (this.isOpen) this.response.write(`: cursor ${cursor}\nid: ${cursor}\n\n`);
  }

  drained(): Promise<void> {
    return drained(this.response);
  }

  /** Sends a result that is no event: an answer, or errors. The stream is complete with it. */
  complete(result: { data?: unknown; errors?: readonly GraphQLFormattedError[] }): void {
    this.subscriber?.stop();
    this.begin();
    if (this.isOpen) this.response.end(`event: next\ndata: ${JSON.stringify(result)}\n\nevent: complete\ndata: \n\n`);
  }

  /** Says what is wrong. The stream is complete with it. */
  fail(error: GraphQLError): void {
    this.complete({ errors: [this.live.formatError(error)] });
  }

  /** Ends it before it is complete: the client is to come back. A query or a mutation gets its answer first. */
  async end(): Promise<void> {
    await this.begun;
    this.subscriber?.stop();
    if (this.response.closed) return;
    const closed = new Promise((resolve) => this.response.once('close', resolve));
    if (this.isOpen) this.response.end(`retry: ${Math.round(SOON + Math.random() * (LATER - SOON))}\n\n`);
    // Who does not read is not waited for.
    const timer = setTimeout(() => this.response.destroy(), CLOSE_TIMEOUT);
    await closed;
    clearTimeout(timer);
  }

  private get isOpen(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  private beat(): void {
    if (!this.isOpen) return;
    const { socket } = this.response;
    if (this.backlog > 0) {
      // Nothing that waits behind what is not read would tell anybody anything.
      const bytesTaken = (socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0);
      this.missed = bytesTaken > this.bytesTaken ? 0 : this.missed + 1;
      this.bytesTaken = bytesTaken;
      if (this.missed >= MAX_MISSED) this.response.destroy();
      return;
    }
    const position = this.subscriber?.checkpoint();
    if (position === undefined) this.response.write(':\n\n');
    else this.tellCursor(this.live.feed.cursorOf(position));
  }
}
