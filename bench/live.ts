import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { PROJECT_ROOT } from '../src/project-root';
import { openBenchDatabase } from './database';
import { Child } from './live/child';
import type {
  ClientAnswer,
  ClientQuestion,
  DeliveryReport,
  ServerAnswer,
  ServerQuestion,
  Subscription,
} from './live/protocol';
import { writeLiveResults, type LiveResult } from './live/report';
import { Writer } from './live/writer';

const BURST = 100;
const STEADY = 10;
const SECOND = 1_000;
const ROUNDS = 3;

const QUERY = `subscription ($filter: SolutionFilter) { solutionShared(filter: $filter) { cursor occurredAt
  solution { id slug title summary sector publishedAt links city { id name region country { code name } } } } }`;

// Each lets all solutions of the bench through, and each is another filter.
const subscriptions = (filters: number): Subscription[] =>
  Array.from({ length: filters }, (_, i) => ({
    query: QUERY,
    variables: { filter: { publishedAt: { gt: `200${i}-01-01T00:00:00Z` } } },
  }));

type Server = Child<ServerQuestion, ServerAnswer>;
type Clients = Child<ClientQuestion, ClientAnswer>;

/** Sends so many events, with so many ms between them (0 for all at once). Returns when each was begun. */
type Send = (count: number, interval: number) => Promise<number[]>;

/** `npm run bench -- live [sockets,sockets,…]`: how fast events reach subscribers, against a bare broadcast of the same bytes. */
export async function run([levels = '1000,5000,10000']: string[]): Promise<void> {
  const database = await openBenchDatabase(0, path.join(PROJECT_ROOT, 'data'));
  const clients: Clients = new Child('clients');
  const writer = new Writer(new pg.Client(database.connection));
  const results: LiveResult[] = [];
  let sample = '';
  try {
    await writer.open();
    for (const sockets of levels.split(',').map(Number)) {
      for (const filters of [1, 5]) {
        const server: Server = new Child('server', { BENCH_CONNECTION: JSON.stringify(database.connection) });
        const { url } = await server.told<{ url: string }>();
        await writer.settled();
        const measured = await measure(server, clients, url, sockets, subscriptions(filters), (count, interval) =>
          interval === 0 ? writer.burst(count) : writer.steady(count, interval),
        );
        ({ sample } = measured.burst);
        results.push({ server: 'interurban', filters, ...measured });
      }
      const server: Server = new Child('broadcast-server');
      const { url } = await server.told<{ url: string }>();
      const send: Send = async (count, interval) =>
        (await server.ask<{ begun: number[] }>({ ask: 'broadcast', text: sample, count, interval })).begun;
      results.push({ server: 'ws', filters: 1, ...(await measure(server, clients, url, sockets, [null], send)) });
    }
    writeLiveResults(results, Buffer.byteLength(sample));
  } finally {
    clients.stop();
    await writer.close();
    await database.drop();
  }
}

async function measure(
  server: Server,
  clients: Clients,
  url: string,
  sockets: number,
  subscribed: Subscription[],
  send: Send,
): Promise<Omit<LiveResult, 'server' | 'filters'>> {
  const memory = async () => (await server.ask<{ memory: number }>({ ask: 'memory' })).memory;
  const isLive = subscribed[0] !== null;
  const statistics = () => server.ask<{ executions: number; subscribers: number }>({ ask: 'statistics' });
  const before = await memory();
  await clients.ask({ ask: 'connect', url, sockets, subscriptions: subscribed });
  while (isLive && (await statistics()).subscribers < sockets) await delay(100);
  const after = await memory();

  const deliver = async (count: number, interval: number): Promise<DeliveryReport> => {
    await clients.ask({ ask: 'receive', count });
    const received = clients.told();
    const begun = await send(count, interval);
    await received;
    return clients.ask<DeliveryReport>({ ask: 'report', begun });
  };
  await deliver(BURST, 0); // Warm.
  const bursts: DeliveryReport[] = [];
  for (let round = 0; round < ROUNDS; round++) bursts.push(await deliver(BURST, 0));
  const steady = await deliver(STEADY, SECOND);
  const executions = isLive ? (await statistics()).executions : undefined;
  await clients.ask({ ask: 'disconnect' });
  server.stop();
  const [, median] = bursts.sort((a, b) => a.duration - b.duration);
  return {
    ...{ sockets, steady, executions, events: (ROUNDS + 1) * BURST + STEADY, memory: (after - before) / sockets },
    burst: { ...median!, messages: BURST * sockets },
  };
}
