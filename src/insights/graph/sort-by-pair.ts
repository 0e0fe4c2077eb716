import type { LinkRecords } from './collapse';
import { countsToOffsets } from './counting-sort';
import { idRange } from './id-range';

/**
 * Records in some order: of each its number, its weight and one of its ends. They lie side by side, 16 bytes a record, since
 * sorting takes as long as memory takes to be reached, and a record is then reached in one place instead of three.
 */
class Rows {
  private readonly words: Uint32Array;
  private readonly doubles: Float64Array;

  constructor(size: number) {
    this.words = new Uint32Array(4 * size);
    this.doubles = new Float64Array(this.words.buffer);
  }

  set(i: number, end: number, record: number, weight: number): void {
    this.words[4 * i] = end;
    this.words[4 * i + 1] = record;
    this.doubles[2 * i + 1] = weight;
  }

  endAt(i: number): number {
    return this.words[4 * i]!;
  }

  recordAt(i: number): number {
    return this.words[4 * i + 1]!;
  }

  weightAt(i: number): number {
    return this.doubles[2 * i + 1]!;
  }
}

/** Records by their lower end, then their higher one, which is the end that they have at hand. */
export class SortedRecords extends Rows {
  /**
   * @param offsets Where the records of each lower end begin.
   * @param lowest The id that ends are counted from.
   */
  constructor(
    readonly offsets: Uint32Array,
    readonly lowest: number,
  ) {
    super(offsets.at(-1)!);
  }
}

/** Two counting sorts, by the higher end and then by the lower one: the second keeps the order of the first. */
export function sortByPair(records: LinkRecords): SortedRecords {
  const { lowest, span } = idRange([records.sources, records.targets]);
  const { ofLower, ofHigher } = countEnds(records, lowest, span);
  const byHigher = sortByHigherEnd(records, lowest, ofHigher.slice());
  const sorted = new SortedRecords(ofLower, lowest);
  const next = ofLower.slice();
  for (let higher = 0, i = 0; higher < span; higher++)
    for (const end = ofHigher[higher + 1]!; i < end; i++)
      sorted.set(next[byHigher.endAt(i)]!++, higher, byHigher.recordAt(i), byHigher.weightAt(i));
  return sorted;
}

/** How many records come before those of each lower end, and of each higher one. */
function countEnds({ sources, targets }: LinkRecords, lowest: number, span: number) {
  const ofLower = new Uint32Array(span + 1);
  const ofHigher = new Uint32Array(span + 1);
  for (let record = 0; record < sources.length; record++) {
    const source = sources[record]! - lowest;
    const target = targets[record]! - lowest;
    if (source === target) continue;
    ofLower[source < target ? source : target]!++;
    ofHigher[source < target ? target : source]!++;
  }
  countsToOffsets(ofLower);
  countsToOffsets(ofHigher);
  return { ofLower, ofHigher };
}

/** Records by their higher end; the lower one is at hand. @param next Where those of each end begin; moved on. */
function sortByHigherEnd({ sources, targets, weights }: LinkRecords, lowest: number, next: Uint32Array): Rows {
  const rows = new Rows(next.at(-1)!);
  for (let record = 0; record < sources.length; record++) {
    const source = sources[record]! - lowest;
    const target = targets[record]! - lowest;
    if (source === target) continue;
    const lower = source < target ? source : target;
    const higher = source < target ? target : source;
    rows.set(next[higher]!++, lower, record, weights ? weights[record]! : 1);
  }
  return rows;
}
