import { once } from 'node:events';
import type { Server } from 'node:http';
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
  const closed = once(server, 'close');
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), LOOK);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, period + PATIENCE)));
  await Promise.race([Promise.all([connections.endAll(period), closed]), late]);
  clearInterval(idle);
  clearTimeout(timer);
  // Readers that take nothing, and whatever has not come to an end.
  server.closeAllConnections();
}
