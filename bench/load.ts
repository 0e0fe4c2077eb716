import { Pool } from 'undici';

// The load generator: a process of its own, so that its work is counted to nobody.

/** What to send where. */
export interface Load {
  url: string;
  /** Bodies of POST requests, sent one after the other and again from the first. */
  bodies: string[];
  connections: number;
  /** How long, in ms; the time before is for warming up and not counted. */
  warmUp: number;
  duration: number;
}

/** Latencies are in ms. `marks` are sent when the counting begins and when it ends. */
export type LoadReport =
  { mark: 'begin' } | { mark: 'end'; requests: number; seconds: number; p50: number; p99: number };

let next = 0;

/** Sends one request after the other on each connection until the time is up. */
async function run({ url, bodies, connections, warmUp, duration }: Load): Promise<void> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const latencies: number[] = [];
  const begin = performance.now() + warmUp;
  const end = begin + duration;
  let begun = false;
  const worker = async (): Promise<void> => {
    for (;;) {
      const sent = performance.now();
      if (sent >= end) return;
      if (!begun && sent >= begin) {
        begun = true;
        process.send!({ mark: 'begin' } satisfies LoadReport);
      }
      await send(pool, bodies[next++ % bodies.length]!);
      if (sent >= begin) latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - begin) / 1000;
  const sorted = Float64Array.from(latencies).sort();
  const quantile = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
  const report = { requests: sorted.length, seconds, p50: quantile(0.5), p99: quantile(0.99) };
  process.send!({ mark: 'end', ...report } satisfies LoadReport);
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

process.on('message', (load: Load) => void run(load));
process.on('disconnect', () => process.exit());
