import type { SentRow } from '../wire/sent-row';

/** One who waits for the rows of a statement. Who leaves hears it at once, whatever others still wait for. */
export class Asked {
  readonly rows: Promise<SentRow[]>;
  /** What ends once nobody waits for it any more. */
  run: { leave(): void } | undefined;
  // Bound: V8 puts functions that are written where a property is assigned, and all they reach, the rows too, among the old objects.
  private readonly listener = this.leave.bind(this);
  private resolve!: (rows: SentRow[]) => void;
  private reject!: (error: unknown) => void;

  /**
   * @param values of the statement
   * @param signal aborts when they leave
   */
  constructor(
    readonly values: readonly unknown[],
    readonly signal?: AbortSignal,
  ) {
    this.rows = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    signal?.addEventListener('abort', this.listener);
  }

  get hasLeft(): boolean {
    return this.signal?.aborted ?? false;
  }

  answer(rows: SentRow[]): void {
    this.signal?.removeEventListener('abort', this.listener);
    this.resolve(rows);
  }

  /** Who has an answer already keeps it. */
  fail(error: unknown): void {
    this.signal?.removeEventListener('abort', this.listener);
    this.reject(error);
  }

  private leave(): void {
    this.fail(this.signal!.reason);
    this.run?.leave();
  }
}
