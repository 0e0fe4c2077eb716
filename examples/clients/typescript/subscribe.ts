/** Prints every solution that cities share, once and in order; also those that were shared while it was away. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.env['INTERURBAN_URL'] ?? 'ws://127.0.0.1:4000/graphql';
const token = process.env['INTERURBAN_TOKEN'];
const file = process.argv[2] ?? 'cursor.txt';

const query = `subscription ($after: String) {
  solutionShared(after: $after) { cursor solution { slug title city { name } } } }`;

let cursor = existsSync(file) ? readFileSync(file, 'utf8') : null;

/** Remembers how far we are. The file always has one cursor, whenever the program ends. */
function keep(next: string): void {
  writeFileSync(`${file}.new`, next);
  renameSync(`${file}.new`, file);
  cursor = next;
}

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
  generateID: () => 'solutions',
  retryAttempts: Infinity,
  shouldRetry: () => true,
  // Pings tell where it begins, and how far the log has been looked through: a rare filter’s cursor does not grow too old.
  on: {
    ping: (received, payload) => {
      const { solutions } = (payload?.['cursors'] ?? {}) as { solutions?: string };
      if (received && solutions !== undefined) keep(solutions);
    },
  },
});

/** When the connection is lost, the client subscribes again by itself: with the cursor of then. */
function subscribe(): void {
  const variables = { get after() { return cursor; } }; // prettier-ignore
  client.subscribe<{ solutionShared: { cursor: string; solution: object } }>({ query, variables }, {
    next({ data }) {
      if (!data) return;
      console.log(JSON.stringify(data.solutionShared.solution));
      keep(data.solutionShared.cursor);
    },
    error(reason) {
      const [error] = Array.isArray(reason) ? (reason as { message: string; extensions?: { code?: string } }[]) : [];
      if (error?.extensions?.code === 'SLOW_CONSUMER') return subscribe();
      console.error(error?.message ?? reason);
      process.exit(1);
    },
    complete: () => process.exit(),
  }); // prettier-ignore
}

subscribe();
