import type { Duplex } from 'node:stream';
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { messageOf } from '../errors';
import type { LiveOperation } from '../live/live-operation';
import type { Caller } from '../subgraphs/context';
import type { LongConnection } from './connections';
import { Departure } from './departure';
import { onExpiry, type LiveServices } from './live';
import { cursorsMessage } from './websocket-frames';
import { WebSocketSubscription } from './websocket-subscription';

/** A raw connection, as net.Socket is. */
export type Connection = Duplex & { readonly bytesWritten?: number };

const FAILED = 4500;
const BAD_REQUEST = 4400;
const FORBIDDEN = 4403;
const GOING_AWAY = 1001;

/** How many pings may go without an answer. */
const MAX_MISSED = 2;

/** An operation that has no answer yet. */
interface Run {
  isWanted: () => boolean;
  /** Aborts when nobody waits for the answer any more. */
  end: AbortController;
}

/** One client's socket: whose it is, what runs on it, and whether somebody is still there. graphql-ws speaks the protocol on it. */
export class WebSocketSession implements LongConnection, ProtocolSocket {
  private readonly subscriptions = new Map<string, WebSocketSubscription>();
  private readonly heart: NodeJS.Timeout;
  private callOffExpiry = (): void => undefined;
  private isAcknowledged = false;
  private missed = 0;
  private bytesTaken = 0;
  private readonly running = new Set<Run>();
  private onIdle = (): void => undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly connection: Connection,
    private readonly live: LiveServices,
    public caller: Caller,
  ) {
    this.heart = setInterval(() => this.beat(), live.settings.livePingInterval).unref();
    socket.on('pong', () => (this.missed = 0));
    live.connections.add(this);
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  send(data: string): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(data);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  onMessage(handle: (data: string) => Promise<void>): void {
    this.socket.on('message', (data) => {
      this.missed = 0;
      // ws hands over Buffers, unless it is told otherwise.
      handle((data as Buffer).toString()).catch((error: unknown) => this.fail(error));
      for (const { isWanted, end } of this.running) if (!isWanted()) end.abort(new Departure());
    });
  }

  /** Counts the socket for a caller, too; false where the caller has as many as it may have. */
  countFor(caller: string): boolean {
    const { connections } = this.live;
    if (!connections.enter(caller)) return false;
    this.connection.once('close', () => connections.leave(caller));
    return true;
  }

  /** Called when the client has said who it is. */
  acknowledge(caller: Caller): void {
    this.caller = caller;
    this.isAcknowledged = true;
    this.callOffExpiry = onExpiry(caller.viewer, () => this.close(FORBIDDEN, 'Token expired'));
  }

  /**
   * Runs a query or a mutation, which a shutdown waits for.
   * @param isWanted tells, after each message of the client, whether it still waits for the answer
   */
  async run<T>(isWanted: () => boolean, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const run: Run = { isWanted, end: new AbortController() };
    this.running.add(run);
    try {
      return await task(run.end.signal);
    } finally {
      this.running.delete(run);
      // Its answer is sent in a moment.
      if (this.running.size === 0) setImmediate(() => this.onIdle());
    }
  }

  /** @throws INVALID_CURSOR, CURSOR_EXPIRED */
  async subscribe(id: string, operation: LiveOperation): Promise<WebSocketSubscription> {
    const subscription = new WebSocketSubscription(this.socket, this.connection, id, () => {
      if (this.subscriptions.get(id) === subscription) this.subscriptions.delete(id);
    });
    this.subscriptions.set(id, subscription);
    try {
      subscription.subscriber = await this.live.feed.subscribe(operation, this.caller, subscription);
    } catch (error) {
      this.subscriptions.delete(id);
      throw error;
    }
    return subscription;
  }

  async end(): Promise<void> {
    if (this.running.size > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
    if (this.socket.readyState === this.socket.CLOSED) return;
    await new Promise((resolve) => {
      this.socket.once('close', resolve);
      this.close(GOING_AWAY, 'Going away');
    });
  }

  /** Called when the socket is closed. */
  closed(): void {
    clearInterval(this.heart);
    this.callOffExpiry();
    this.live.connections.remove(this);
    for (const { end } of this.running) end.abort(new Departure());
  }

  private beat(): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    // A reader that is slow comes to our pings late, but takes some of what waits for it; a dead one does not.
    const bytesTaken = (this.connection.bytesWritten ?? 0) - this.connection.writableLength;
    if (this.connection.writableLength > 0 && bytesTaken > this.bytesTaken) this.missed = 0;
    this.bytesTaken = bytesTaken;
    if (++this.missed > MAX_MISSED) {
      this.socket.terminate();
      return;
    }
    if (this.isAcknowledged) this.tellCheckpoints();
    this.socket.ping();
  }

  /** Tells from where subscriptions that have had no event for a while could go on. */
  private tellCheckpoints(): void {
    const cursors: [string, string][] = [];
    for (const [id, { subscriber }] of this.subscriptions) {
      const position = subscriber?.checkpoint();
      if (position !== undefined) cursors.push([id, this.live.feed.cursorOf(position)]);
    }
    if (cursors.length > 0) this.send(cursorsMessage(cursors));
  }

  private fail(error: unknown): void {
    const reason = messageOf(error);
    if (reason.startsWith('Unexpected message')) {
      this.close(BAD_REQUEST, 'Expected a message that clients send');
      return;
    }
    this.live.logger.error({ err: error }, 'a message over WebSocket could not be handled');
    this.close(FAILED, 'Internal server error');
  }
}
