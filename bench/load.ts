import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { keepObjectsYoung } from '../src/server/young-objects';

// The load generator: a process of its own, so that its work is counted to nobody.

/** What to send where. */
export interface Load {
  url: string;
  /** Bodies of POST requests, sent one after the other and again from the first. */
  bodies: string[];
  connections: number;
  /** How many requests arrive in a second, whatever has become of those before. Default: each connection sends when it is free. */
  rate?: number;
  /** After how many requests we say that it is time to write something. Default: never. */
  writeEvery?: number;
  /** How long to warm up and how long to count then, in ms. */
  warmUp: number;
  duration: number;
}

/** Latencies are in ms. */
export interface LoadReport {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  /** How many of the answers came from a cache, by their Cache-Status (RFC 9211). */
  hits: number;
}

/** First we say that the server is warm; told to go, we send the report. */
const tell = (message: 'warm' | 'write' | LoadReport): void => void process.send!(message);

let next = 0;
let hits = 0;

async function run({ url, bodies, connections, rate, writeEvery, warmUp, duration }: Load): Promise<void> {
  const pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  const sendOne = (): Promise<void> => {
    const body = bodies[next++ % bodies.length]!;
    if (writeEvery !== undefined && next % writeEvery === 0) tell('write');
    return send(pool, body);
  };
  const sendFor = (time: number): Promise<number[]> =>
    rate === undefined ? sendWhenFree(sendOne, connections, time) : sendAtRate(sendOne, rate, time);
  await sendFor(warmUp);
  tell('warm');
  await once(process, 'message');
  hits = 0;
  const begin = performance.now();
  const sorted = Float64Array.from(await sendFor(duration)).sort();
  const seconds = (performance.now() - begin) / 1000;
  const quantile = (q: number): number => sorted[Math.floor(q * (sorted.length - 1))]!;
  tell({ requests: sorted.length, seconds, p50: quantile(0.5), p99: quantile(0.99), hits });
  await pool.close();
}

/** Sends one request after the other on each connection until the time is up: one at least. @returns latencies */
async function sendWhenFree(sendOne: () => Promise<void>, connections: number, time: number): Promise<number[]> {
  const latencies: number[] = [];
  const end = performance.now() + time;
  const sendOn = async (): Promise<void> => {
    do {
      const sent = performance.now();
      await sendOne();
      latencies.push(performance.now() - sent);
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: connections }, sendOn));
  return latencies;
}

/** Sends requests at their times. @returns latencies from these times on, so that a request that had to wait counts as slow */
async function sendAtRate(sendOne: () => Promise<void>, rate: number, time: number): Promise<number[]> {
  const begin = performance.now();
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const total = Math.max(1, Math.floor((time / 1000) * rate));
  const sendAt = async (due: number): Promise<void> => {
    await sendOne();
    latencies.push(performance.now() - due);
  };
  while (underWay.length < total) {
    const due = begin + (underWay.length / rate) * 1000;
    if (due > performance.now()) await delay(1);
    else underWay.push(sendAt(due));
  }
  await Promise.all(underWay);
  return latencies;
}

/** Reads the answer without keeping it. @throws unless its status is 200 */
function send(pool: Pool, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.dispatch(
      { path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' }, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, status, headers) => {
          if (String(headers['cache-status'] ?? '').includes('; hit')) hits++;
          if (status !== 200) reject(new Error(`Expected status 200, but got ${status} for ${body}`));
        },
        onResponseData: () => undefined,
        onResponseEnd: () => resolve(),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

// What it collects is not to be the pauses of those it measures.
keepObjectsYoung();
process.on('message', (message: Load | 'go') => {
  if (message !== 'go') void run(message);
});
process.on('disconnect', () => process.exit());
