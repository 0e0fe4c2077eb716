import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';

/** What a contender's process and the bench say to each other. */
export type Question = 'usage' | 'heap';
export type Answer = { url: string } | { heap: number } | Usage;

/** CPU time so far in ms, and resident memory in bytes. */
export interface Usage {
  cpu: number;
  memory: number;
}

/** Connections to PostgreSQL: the same for every contender. */
export const POOL_SIZE = 10;

/** The database that the bench has filled. */
export const readConnection = (): pg.ClientConfig => JSON.parse(process.env['BENCH_CONNECTION']!) as pg.ClientConfig;

const tell = (answer: Answer): void => void process.send!(answer);

/** Serves requests on a free port and tells the bench where. */
export function host(listener: RequestListener | Server): void {
  const server = typeof listener === 'function' ? createServer(listener) : listener;
  server.listen(0, '127.0.0.1', () => report(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

/** Tells the bench the address, and what this process has used whenever it asks; ends when the bench does. */
export function report(url: string): void {
  process.on('message', (question: Question) => {
    if (question === 'heap') {
      globalThis.gc!();
      tell({ heap: process.memoryUsage().heapUsed });
      return;
    }
    const { user, system } = process.cpuUsage();
    tell({ cpu: (user + system) / 1000, memory: process.memoryUsage.rss() });
  });
  process.on('disconnect', () => process.exit());
  tell({ url });
}
