/** How many of something each caller has at a time, and may have. */
export class PerCaller {
  private readonly counts = new Map<string, number>();

  /** @param maxPerCaller 0 sets no limit */
  constructor(private readonly maxPerCaller: number) {}

  /** Counts one more for a caller, unless it has as many as it may have. */
  enter(caller: string): boolean {
    const count = this.counts.get(caller) ?? 0;
    if (this.maxPerCaller > 0 && count >= this.maxPerCaller) return false;
    this.counts.set(caller, count + 1);
    return true;
  }

  leave(caller: string): void {
    const count = (this.counts.get(caller) ?? 0) - 1;
    if (count > 0) this.counts.set(caller, count);
    else this.counts.delete(caller);
  }
}
