/** Lets a limited number of tasks run at a time, in the order in which they came. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  /** @param free how many tasks may run at a time: 1 at least */
  constructor(private free: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}
