import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { PerCaller } from './limits/per-caller';

/** A connection that stays: a WebSocket, or a stream of events. */
export interface LongConnection {
  /** Ends it once what runs on it is done. The client is to come back, to another process. */
  end(): Promise<void>;
}

// Between one end and the next where few are connected, in ms: nobody waits long for the last one.
const FEW = 5;

/** The connections that stay: how many each caller has, and how they end when the server does. */
export class Connections extends PerCaller {
  private readonly open = new Set<LongConnection>();

  add(connection: LongConnection): void {
    this.open.add(connection);
  }

  remove(connection: LongConnection): void {
    this.open.delete(connection);
  }

  get size(): number {
    return this.open.size;
  }

  /**
   * Ends all, one after the other in random order and at random moments, so that clients do not all come back at once.
   * @param period over which time, in ms; less where few are connected
   */
  async endAll(period: number): Promise<void> {
    const time = Math.min(period, this.open.size * FEW);
    await Promise.all(
      [...this.open].map(async (connection) => {
        await delay(Math.random() * time);
        await connection.end();
      }),
    );
  }
}

/**
 * The address that a request comes from.
 * @param proxies how many proxies stand before the server: so many entries of X-Forwarded-For are to be trusted, from the right
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const forwarded = proxies > 0 ? String(request.headers['x-forwarded-for'] ?? '').split(',') : [];
  return forwarded.at(-proxies)?.trim() || (request.socket.remoteAddress ?? '');
}
