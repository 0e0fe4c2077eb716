import type { Logger } from 'pino';
import { TaskThread } from '../../task-thread';
import type { Sheet, SheetCollection } from '../sheet';
import type { Printed, Task } from './worker';

// The compiler tells of every character.
const MAX_REASON = 500;

/** Sets sheets as PDF, one after another, in a thread of its own, which starts when it is first needed. */
export class Printer {
  private readonly thread = new TaskThread<Task>(require.resolve('./worker'), 'the printing thread');

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
  close(): Promise<void> {
    return this.thread.close();
  }

  private async print(data: object): Promise<Uint8Array> {
    const { pdf, flaw } = await this.thread.ask<Printed>({ data: JSON.stringify(data) });
    if (flaw !== undefined)
      this.logger.warn({ reason: flaw.slice(0, MAX_REASON) }, 'a fact sheet does not conform to PDF/UA');
    return pdf;
  }
}
