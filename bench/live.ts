import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openBenchDatabase } from './database';
import { writeLiveResults, type LiveResult } from './live/report';
import { now, type ClientAnswer, type ClientQuestion, type ServerAnswer, type ServerQuestion } from './live/protocol';
import { WORLD } from './live/world';

const BURST = 100;
const STEADY = 10;
const SECOND = 1_000;
const ROUNDS = 3;

const QUERY = `subscription ($filter: SolutionFilter) { solutionShared(filter: $filter) {
  cursor occurredAt solution { id slug title summary sector publishedAt links city { id name country { code name } } } } }`;

// Each lets every solution of the bench through, and each is another filter.
const filters = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ publishedAt: { gt: `200${i}-01-01T00:00:00Z` } }));

/** `npm run bench -- live [sockets,sockets,…]`: how fast events reach subscribers, against a bare broadcast of the same bytes. */
export async function run([levels = '1000,5000,10000']: string[]): Promise<void> {
  const database = await openBenchDatabase(0, WORLD);
  const clients = start('clients');
  const writer = new pg.Client(database.connection);
  const results: LiveResult[] = [];
  try {
    await writer.connect();
    for (const sockets of levels.split(',').map(Number)) {
      let sample = '';
      for (const groups of [1, 5]) {
        const ours = await measureOurs(clients, writer, database.connection, sockets, groups);
        ({ sample } = ours);
        results.push(ours.result);
      }
      results.push(await measureBare(clients, sockets, sample));
    }
    writeLiveResults(results, database.version);
  } finally {
    clients.disconnect();
    await writer.end();
    await database.drop();
  }
}
...
