import { monitorEventLoopDelay } from 'node:perf_hooks';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Graph } from '../../src/insights/graph/graph';
import { type GraphFile } from './random-graph';

/** How long the main loop is held up while a worker builds the graph and hands it over, beside what it is when idle. */
export async function measureDelays(file: GraphFile): Promise<string> {
  const worker = new Worker(require.resolve('./build-worker'), { workerData: file });
  const nextMessage = async (): Promise<unknown> => ((await once(worker, 'message')) as [unknown])[0];
  await nextMessage(); // It has read the file.
  const idle = await delaysDuring(() => setTimeout(1000));
  const building = await delaysDuring(async () => {
    worker.postMessage('build');
    const graph = (await nextMessage()) as Graph;
    if (graph.weights.length !== 2 * file.linkCount) throw new Error('Expected the whole graph from the worker.');
  });
  await worker.terminate();
  return `The main loop's delay while a worker builds: ${building}; idle: ${idle}.`;
}

async function delaysDuring(run: () => Promise<unknown>): Promise<string> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await run();
  delays.disable();
  const milliseconds = (nanoseconds: number): string => `${(nanoseconds / 1e6).toFixed(1)} ms`;
  return `p99 ${milliseconds(delays.percentile(99))}, at most ${milliseconds(delays.max)}`;
}
