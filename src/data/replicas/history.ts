/** When the primary had written how far, as far back as it matters. */
export class History {
  private readonly samples: { at: number; written: number }[] = [];

  /**
   * @param span how far back it goes, in ms
   * @param now the time in ms
   */
  constructor(
    private readonly span: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Notes how far the primary has written at a moment. */
  add(written: number, at: number): void {
    this.samples.push({ at, written });
    const from = this.now() - this.span;
    // One from before tells of all before it.
    while (this.samples.length > 1 && this.samples[1]!.at <= from) this.samples.shift();
  }

  /** How old what a replica shows is at most, once it has replayed so far, in ms; Infinity where that is not known. */
  lag(replayed: number): number {
    const sample = this.samples.findLast(({ written }) => written <= replayed);
    return sample ? this.now() - sample.at : Infinity;
  }

  /** For how long the primary is known to have written as far as this, in ms; 0 where it is not. */
  age(position: number): number {
    const sample = this.samples.find(({ written }) => written >= position);
    return sample ? this.now() - sample.at : 0;
  }
}
