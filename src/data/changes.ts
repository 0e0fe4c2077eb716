/**
 * When names (of tables, say) have last been told to have changed, as one process sees it: what is made of them before is of no use
 * after. Moments are counted, for clocks go back.
 */
export class Changes {
  private last = 0;
  private everything = 0;
  private readonly named = new Map<string, number>();

  /** The present moment. What is read from now on has every change that was told of up to it. */
  get moment(): number {
    return this.last;
  }

  tell(names: Iterable<string>): void {
    this.last++;
    for (const name of names) this.named.set(name, this.last);
  }

  /** Tells that anything may have changed. */
  tellAll(): void {
    this.everything = ++this.last;
  }

  /** Whether none of these has changed since a moment. */
  areUnchanged(names: readonly string[], since: number): boolean {
    return this.everything <= since && names.every((name) => (this.named.get(name) ?? 0) <= since);
  }
}
