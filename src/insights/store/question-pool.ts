import type { AdoptionHistory, ExposureResult } from '../exposure';
import type { Answers, Question, QuestionSubject } from '../questions';
import type { Graph } from '../graph/graph';
import { GraphWorker } from './graph-worker';
import { HOW_TO_NARROW, QuestionTooLarge } from './too-large';

export interface QuestionPoolOptions {
  /** Threads at most; 2 by default. */
  threads?: number;
  /** How long one question may take, in milliseconds; 60,000 by default. */
  timeLimit?: number;
  /** How many questions may wait for a thread; 200 by default. */
  maxWaiting?: number;
}

/** How long one question may take by default, in milliseconds. */
export const TIME_LIMIT = 60_000;

export const sizeInWords = ({ ids, links }: Graph): string =>
  `a graph of ${ids.length} cities and ${links.recordCounts.length} links`;

interface Job {
  run: (worker: GraphWorker) => Promise<void>;
  reject: (error: Error) => void;
}

/** What is asked of a thread: with what, what to do about it where that takes too long, and until when anybody waits. */
interface Computation<T> {
  compute: (worker: GraphWorker) => Promise<T>;
  size: string;
  advice: string;
  signal: AbortSignal;
}

/** Threads that answer questions about whole graphs, each one at a time, so that the main thread is not held up. */
export class QuestionPool {
  private readonly workers: GraphWorker[] = [];
  private readonly idle: GraphWorker[] = [];
  private readonly waiting: Job[] = [];
  private isClosed = false;

  constructor(private readonly options: QuestionPoolOptions = {}) {}

  /**
   * @param signal Ends it: where it runs already, its thread is ended.
   * @throws QuestionTooLarge when it takes too long, or too many others wait.
   */
  ask<Q extends Question>(question: Q, subject: QuestionSubject, signal: AbortSignal): Promise<Answers[Q['name']]> {
    const compute = (worker: GraphWorker) => worker.answer(question, subject) as Promise<Answers[Q['name']]>;
    return this.run({ compute, size: sizeInWords(subject.derived.graph), advice: HOW_TO_NARROW, signal });
  }

  /** @throws as `ask` does. */
  exposure(history: AdoptionHistory, signal: AbortSignal): Promise<ExposureResult> {
    const size = `the history of ${history.solutions.length} solutions`;
    const compute = (worker: GraphWorker) => worker.exposure(history);
    return this.run({ compute, size, advice: 'narrow the filter of solutions', signal });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error('The server is shutting down.'));
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async run<T>(computation: Computation<T>): Promise<T> {
    const { maxWaiting = 200 } = this.options;
    const { signal } = computation;
    signal.throwIfAborted();
    if (this.waiting.length >= maxWaiting)
      throw new QuestionTooLarge(
        `Expected fewer than ${maxWaiting} questions about graphs to be waiting: ask again in a minute.`,
      );
    return new Promise((resolve, reject) => {
      const run = async (worker: GraphWorker): Promise<void> => {
        signal.removeEventListener('abort', leave);
        resolve(await this.inTime(worker, computation));
      };
      const job: Job = { run, reject };
      const leave = (): void => {
        const place = this.waiting.indexOf(job);
        if (place >= 0) this.waiting.splice(place, 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(job);
      this.assign();
    });
  }

  private assign(): void {
    const { threads = 2 } = this.options;
    if (this.idle.length === 0 && this.workers.length < threads && this.waiting.length > 0) {
      const worker = new GraphWorker();
      this.workers.push(worker);
      this.idle.push(worker);
    }
    const worker = this.idle.pop();
    const job = worker && this.waiting.shift();
    if (!job) {
      if (worker) this.idle.push(worker);
      return;
    }
    void job
      .run(worker)
      .catch(job.reject)
      .finally(() => {
        this.idle.push(worker);
        if (!this.isClosed) this.assign();
      });
  }

  private async inTime<T>(worker: GraphWorker, { compute, size, advice, signal }: Computation<T>): Promise<T> {
    const { timeLimit = TIME_LIMIT } = this.options;
    let timer: NodeJS.Timeout | undefined;
    let leave: (() => void) | undefined;
    const ended = new Promise<never>((_, reject) => {
      // The thread cannot be asked to stop while it computes: it is ended, and another one starts when it is needed.
      const end = (reason: Error): void => {
        reject(reason);
        void worker.close();
      };
      leave = () => end(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
      timer = setTimeout(() => {
        const seconds = timeLimit / 1000;
        end(new QuestionTooLarge(`Expected an answer within ${seconds} seconds, but ${size} takes longer: ${advice}.`));
      }, timeLimit);
    });
    try {
      return await Promise.race([compute(worker), ended]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave!);
    }
  }
}
