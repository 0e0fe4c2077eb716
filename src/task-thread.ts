import { Worker } from 'node:worker_threads';
import type { TaskAnswer } from './answer-tasks';

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/**
 * A thread that does tasks, so that the main one is not held up: its module calls `answerTasks`. It starts when it is first needed,
 * does not keep the process alive while it has nothing to do, and is replaced at the next task where it has failed.
 */
export class TaskThread<Task> {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /**
   * @param module The path of its module.
   * @param title What errors call it.
   * @param errors Classes of errors that come back as what they were, by their names; all others come back as Error.
   */
  constructor(
    private readonly module: string,
    private readonly title: string,
    private readonly errors: Readonly<Record<string, new (message: string) => Error>> = {},
  ) {}

  /** @throws what the thread throws; where it has ended, or was ended, an Error that says so */
  ask<Result>(task: Task): Promise<Result> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    worker.ref();
    return new Promise<Result>((resolve, reject) => {
      worker.postMessage({ id, task });
      this.waiting.set(id, { resolve, reject });
    });
  }

  /** Ends the thread; what it is asked for yet is rejected. */
  async close(): Promise<void> {
    const { worker } = this;
    if (worker) this.fail(worker, new Error(`${this.title} was ended.`));
    await worker?.terminate();
  }

  private start(): Worker {
    // Given its environment, the thread heeds NODE_OPTIONS as the process does.
    const worker = new Worker(this.module, { env: process.env });
    worker.on('message', (answer: TaskAnswer) => this.take(answer));
    worker.on('error', (error: Error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error(`Expected an answer from ${this.title}, but it has ended.`)));
    return worker;
  }

  private take(answer: TaskAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    // An idle thread does not keep the process alive.
    if (this.waiting.size === 0) this.worker?.unref();
    if ('error' in answer) waiting?.reject(new (this.errors[answer.errorClass] ?? Error)(answer.error));
    else waiting?.resolve(answer.result as never);
  }

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of failed) reject(error);
  }
}
