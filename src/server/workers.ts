import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { InterurbanError, messageOf } from '../errors';
import { closesWhatItLeaves } from './handed-connections';
import { isSpendings, type Spendings } from './limits/shared-budget';
import type { RunningServer } from './serve';

/** What a worker tells once it takes requests. */
export interface Ready {
  urls: RunningServer['urls'];
}

// A worker that dies at once is not started again at once, in ms.
const PAUSE = 1000;

/**
 * Serves with several processes of this program, which share one port: each is a server of its own, of the same database. What callers
 * spend at one, the others are told. One that dies is replaced.
 * @param count how many
 * @throws InterurbanError where one of them cannot start, which has said why; the others are then stopped
 */
export async function serveByWorkers(count: number, logger: Logger): Promise<RunningServer> {
  const exits: Promise<unknown>[] = [];
  let isStopping = false;

  const start = (): Worker => {
    const worker = cluster.fork();
    closesWhatItLeaves(worker);
    exits.push(new Promise((resolve) => worker.once('exit', resolve)));
    // One that has just died cannot be told anything. Its exit, which is heard of later, says so too: nothing else is to end for it.
    worker.on('error', (error) => {
      if (!isStopping) logger.warn({ pid: worker.process.pid, reason: messageOf(error) }, 'a worker cannot be reached');
    });
    worker.on('message', (message: unknown) => {
      if (isSpendings(message)) passOn(message, worker);
    });
    return worker;
  };

  /** Starts it again whenever it dies. */
  const keep = (worker: Worker): void => {
    worker.once('exit', (code, signal) => {
      if (isStopping) return;
      logger.warn({ pid: worker.process.pid, code, signal }, 'a worker has died; another takes its place');
      void delay(PAUSE).then(() => isStopping || keep(start()));
    });
  };

  const stop = async (): Promise<void> => {
    isStopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    await Promise.all(exits);
  };

  const startFirstTime = async (): Promise<Ready> => {
    const worker = start();
    const told = await ready(worker);
    keep(worker);
    return told;
  };

  try {
    // The first alone brings the tables up to date, and loads the sample data.
    const { urls } = await startFirstTime();
    await Promise.all(Array.from({ length: count - 1 }, startFirstTime));
    return { urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(worker: Worker): Promise<Ready> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: object) => {
      if ('urls' in message) resolve(message as Ready);
    });
    worker.once('exit', () =>
      reject(new InterurbanError('WORKER', 'Expected every worker to start, but one has ended: its reason is above.')),
    );
  });
}

function passOn(message: Spendings, from: Worker): void {
  for (const worker of Object.values(cluster.workers ?? {}))
    if (worker !== from && worker?.isConnected()) worker.send(message);
}
