import type { AdoptionHistory, ExposureResult } from '../exposure';
import type { Answers, Question, QuestionSubject } from '../questions';
import { GraphWorker } from './graph-worker';

export interface QuestionPoolOptions {
  /** Threads at most; 2 by default. */
  threads?: number;
  /** How long one question may take, in milliseconds; 60,000 by default. */
  timeLimit?: number;
  /** How many questions may wait for a thread; 200 by default. */
  maxWaiting?: number;
}

/** A question about a graph would take more than is given to it. */
export class QuestionTooLarge extends Error {}

interface Job {
  run: (worker: GraphWorker) => Promise<void>;
  reject: (error: Error) => void;
}

/** Threads that answer questions about whole graphs, each one at a time, so that the main thread is not held up. */
export class QuestionPool {
  private readonly workers: GraphWorker[] = [];
  private readonly idle: GraphWorker[] = [];
  private readonly waiting: Job[] = [];
  private isClosed = false;

  constructor(private readonly options: QuestionPoolOptions = {}) {}

  /** @throws QuestionTooLarge when it takes too long, or too many others wait. */
  ask<Q extends Question>(question: Q, subject: QuestionSubject): Promise<Answers[Q['name']]> {
    const { ids, links } = subject.derived.graph;
    const size = `a graph of ${ids.length} cities and ${links.recordCounts.length} links`;
    const advice = 'narrow the filter by cities, networks or time';
    return this.run((worker) => worker.answer(question, subject) as Promise<Answers[Q['name']]>, size, advice);
  }

  /** @throws QuestionTooLarge when it takes too long, or too many others wait. */
  exposure(history: AdoptionHistory): Promise<ExposureResult> {
    const size = `the history of ${history.solutions.length} solutions`;
    return this.run((worker) => worker.exposure(history), size, 'narrow the filter of solutions');
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error('The server is shutting down.'));
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /**
   * @param size What is computed with, and
   * @param advice what to do about it where that takes too long.
   */
  private run<T>(compute: (worker: GraphWorker) => Promise<T>, size: string, advice: string): Promise<T> {
    const { maxWaiting = 200 } = this.options;
    if (this.waiting.length >= maxWaiting)
      throw new QuestionTooLarge(
        `Expected fewer than ${maxWaiting} questions about graphs to be waiting: ask again in a minute.`,
      );
    return new Promise((resolve, reject) => {
      const run = async (worker: GraphWorker): Promise<void> =>
        resolve(await this.inTime(worker, compute(worker), size, advice));
      this.waiting.push({ run, reject });
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

  private async inTime<T>(worker: GraphWorker, computing: Promise<T>, size: string, advice: string): Promise<T> {
    const { timeLimit = 60_000 } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const seconds = timeLimit / 1000;
        reject(
          new QuestionTooLarge(`Expected an answer within ${seconds} seconds, but ${size} takes longer: ${advice}.`),
        );
        // The thread cannot be asked to stop while it computes: it is ended, and another one starts when it is needed.
        void worker.close();
      }, timeLimit);
    });
    try {
      return await Promise.race([computing, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }
}
