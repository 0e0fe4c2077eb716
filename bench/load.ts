import { once } from 'node:events';
import { Pool } from 'undici';

// The load generator: a process of its own, so that its work is counted to nobody.

/** What to send where. */
export interface Load {
  url: string;
  /** Bodies of POST requests, sent one after the other and again from the first. */
  bodies: string[];
  connections: number;
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
}

/** First we say that the server is warm; told to go, we send the report. */
const tell = (message: 'warm' | LoadReport): void => void process.send!(message);

let next = 0;

async function run({ url, bodies, connections, warmUp, duration }: Load): Promise<void> {
  const pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  /** Sends one request after the other on each connection until the time is up: one at least. @returns latencies */
  const sendFor = async (time: number): Promise<number[]> => {
    const latencies: number[] = [];
    const end = performance.now() + time;
    const sendOn = async (): Promise<void> => {
      do {
        const sent = performance.now();
        await send(pool, bodies[next++ % bodies.length]!);
        latencies.push(performance.now() - sent);
      } while (performance.now() < end);
    };
    await Promise.all(Array.from({ length: connections }, sendOn));
    return latencies;
  };
  await sendFor(warmUp);
  tell('warm');
  await once(process, 'message');
  const begin = performance.now();
  const sorted = Float64Array.from(await sendFor(duration)).sort();
  const seconds = (performance.now() - begin) / 1000;
  const quantile = (q: number): number => sorted[Math.floor(q * (sorted.length - 1))]!;
  tell({ requests: sorted.length, seconds, p50: quantile(0.5), p99: quantile(0.99) });
  await pool.close();
}

/** Reads the answer without keeping it. @throws unless its status is 200 */
function send(pool: Pool, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.dispatch(
      { path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' }, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, status) => {
          if (status !== 200) reject(new Error(`Expected status 200, but got ${status} for ${body}`));
        },
        onResponseData: () => undefined,
        onResponseEnd: () => resolve(),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

process.on('message', (message: Load | 'go') => {
  if (message !== 'go') void run(message);
});
process.on('disconnect', () => process.exit());
