import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connections } from './connections';

// How long what runs may go on, in ms: longer than a statement may take by default.
const PATIENCE = 20_000;

// How often to look for connections that are kept open for a next request, in ms.
const LOOK = 50;

/**
 * Ends an HTTP server without cutting anything: it takes no new connections, finishes the requests that run, and ends the connections
 * that stay one after the other.
 * @param period over which time to end those, in ms
 */
export async function shutDown(server: Server, connections: Connections, period: number): Promise<void> {
  const given = new AbortController();
  const closed = once(server, 'close').then(() => given.abort());
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), LOOK);
  const late = delay(period + PATIENCE, undefined, { signal: given.signal }).catch(() => undefined);
  await Promise.race([Promise.all([connections.endAll(period), closed]), late]);
  clearInterval(idle);
  // Readers that take nothing, and whatever has not come to an end.
  server.closeAllConnections();
  given.abort();
}
