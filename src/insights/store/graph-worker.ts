import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { DerivedGraph } from './derive-graph';
import type { GraphFilter } from './filter';
import type { AdoptionHistory, ExposureResult } from '../exposure';
import type { Question, QuestionSubject } from '../questions';
import type { Changes } from './advance-tables';
import type { Followed } from './follow-tables';
import type { GraphTables } from './tables';
import { QuestionTooLarge } from './too-large';
import type { Answer, Task } from './worker';

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/** A thread that loads tables and derives graphs, so that the main one is not held up. It starts when it is first needed. */
export class GraphWorker {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /** @throws what PostgreSQL or the connection to it reports. */
  follow(connection: pg.ClientConfig, before?: GraphTables): Promise<Followed> {
    return this.ask({ follow: before, connection });
  }

  /** @param from The graph that the filter made of earlier tables, and what lies between; none to make it from nothing. */
  derive(
    tables: GraphTables,
    filter: GraphFilter,
    from?: { graph: DerivedGraph; changes: Pick<Changes, 'cities'> },
  ): Promise<DerivedGraph> {
    return this.ask({ derive: filter, tables, from });
  }

  answer(question: Question, subject: QuestionSubject): Promise<object> {
    return this.ask({ question, subject });
  }

  exposure(history: AdoptionHistory): Promise<ExposureResult> {
    return this.ask({ exposure: history });
  }

  /** Ends the thread; what it is asked for yet is rejected. */
  async close(): Promise<void> {
    const { worker } = this;
    if (worker) this.fail(worker, new Error('The graph worker was ended.'));
    await worker?.terminate();
  }

  private ask<T>(task: Task): Promise<T> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    worker.ref();
    return new Promise<T>((resolve, reject) => {
      worker.postMessage({ id, task });
      this.waiting.set(id, { resolve, reject });
    });
  }

  private start(): Worker {
    // Given its environment, the thread heeds NODE_OPTIONS as the process does.
    const worker = new Worker(require.resolve('./worker'), { env: process.env });
    worker.on('message', (answer: Answer) => this.take(answer));
    worker.on('error', (error: Error) => this.fail(worker, error));
    worker.on('exit', () =>
      this.fail(worker, new Error('Expected an answer from the graph worker, but it has ended.')),
    );
    return worker;
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    // An idle thread does not keep the process alive.
    if (this.waiting.size === 0) this.worker?.unref();
    if ('error' in answer) waiting?.reject(new (answer.isTooLarge ? QuestionTooLarge : Error)(answer.error));
    else waiting?.resolve(answer.result as never);
  }

  /** A thread that failed is replaced at the next question. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of failed) reject(error);
  }
}
