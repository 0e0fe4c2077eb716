import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Sheet, SheetCollection } from '../sheet';
import type { Answer, Task } from './worker';

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

// The compiler tells of every character.
const MAX_REASON = 500;

/** Sets sheets as PDF, one after another, in a thread of its own, which starts when it is first needed. */
export class Printer {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(private readonly logger: Logger) {}

  /** @throws what is wrong with the template or its data */
  sheet(sheet: Sheet): Promise<Uint8Array> {
    return this.print({ locale: sheet.locale, title: sheet.title, sheets: [sheet] });
  }

  /** @throws what is wrong with the template or its data */
  collection(collection: SheetCollection): Promise<Uint8Array> {
    return this.print(collection);
  }

  /** Ends the thread; what is not printed yet is rejected. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private print(data: object): Promise<Uint8Array> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, data: JSON.stringify(data) } satisfies Task);
    });
  }

  private start(): Worker {
    // Given its environment, the thread heeds NODE_OPTIONS as the process does.
    const worker = new Worker(require.resolve('./worker'), { env: process.env });
    worker.on('message', (answer: Answer) => this.take(answer));
    worker.on('error', (error: Error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('Expected a document from the printing thread, but it has ended.')));
    return worker;
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    // An idle thread does not keep the process alive.
    if (this.waiting.size === 0) this.worker?.unref();
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else {
      if (answer.flaw !== undefined)
        this.logger.warn({ reason: answer.flaw.slice(0, MAX_REASON) }, 'a fact sheet does not conform to PDF/UA');
      waiting?.resolve(answer.pdf);
    }
  }

  /** A thread that failed is replaced when there is something to print again. */
  private fail(error: Error): void {
    this.worker = undefined;
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of failed) reject(error);
  }
}
