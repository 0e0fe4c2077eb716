interface Work {
  readonly result: Promise<unknown>;
  readonly end: AbortController;
  waiting: number;
}

/** Work that all who ask for the same at the same time share. It is given up once none of them waits for it any more. */
export class SharedWork {
  private readonly running = new Map<string, Work>();

  /**
   * @param name The same for the same work.
   * @param start Called where nobody else waits for it; its signal tells when nobody does any more.
   * @param signal Of the one who asks: who leaves need not wait.
   * @throws the reason of the signal once it is aborted
   */
  async share<T>(name: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const work = this.running.get(name) ?? this.begin(name, start);
    work.waiting++;
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal!.reason as Error);
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      return (await Promise.race([work.result, left])) as T;
    } finally {
      signal?.removeEventListener('abort', leave!);
      work.waiting--;
      if (work.waiting === 0) this.giveUp(name, work);
    }
  }

  private begin(name: string, start: (signal: AbortSignal) => Promise<unknown>): Work {
    const end = new AbortController();
    const work: Work = { result: start(end.signal), end, waiting: 0 };
    this.running.set(name, work);
    return work;
  }

  /** Work that is done is not troubled by it. */
  private giveUp(name: string, work: Work): void {
    if (this.running.get(name) === work) this.running.delete(name);
    work.result.catch(() => undefined); // Nobody is left to hear of it.
    work.end.abort();
  }
}
