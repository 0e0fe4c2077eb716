import type { Asked } from './asked';

/** One run of a statement, for those who wait for it: it ends when all of them have left, and does not begin if they have. */
export class Run {
  private readonly controller = new AbortController();

  constructor(readonly asked: readonly Asked[]) {
    for (const one of asked) one.run = this;
    this.leave();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Somebody has left. */
  leave(): void {
    if (this.asked.every(({ hasLeft }) => hasLeft)) this.controller.abort();
  }
}
