import type { LinkRecords } from '../graph/collapse';

// Room for this many records at first; it doubles as needed.
const FIRST_ROOM = 1024;

/** Records of links, one after another. */
export class RecordList {
  private sources = new Int32Array(FIRST_ROOM);
  private targets = new Int32Array(FIRST_ROOM);
  private weights = new Float64Array(FIRST_ROOM);
  private days = new Int32Array(FIRST_ROOM);
  private size = 0;

  add(source: number, target: number, weight: number, day: number): void {
    if (this.size === this.sources.length) this.grow();
    this.sources[this.size] = source;
    this.targets[this.size] = target;
    this.weights[this.size] = weight;
    this.days[this.size++] = day;
  }

  records(isDirected = false): LinkRecords {
    const { size } = this;
    return {
      sources: this.sources.subarray(0, size),
      targets: this.targets.subarray(0, size),
      weights: this.weights.subarray(0, size),
      days: this.days.subarray(0, size),
      isDirected,
    };
  }

  private grow(): void {
    const room = 2 * this.size;
    const { sources, targets, weights, days } = this;
    this.sources = new Int32Array(room);
    this.targets = new Int32Array(room);
    this.weights = new Float64Array(room);
    this.days = new Int32Array(room);
    this.sources.set(sources);
    this.targets.set(targets);
    this.weights.set(weights);
    this.days.set(days);
  }
}
