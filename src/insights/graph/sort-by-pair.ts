import type { LinkRecords } from './collapse';
import { countsToOffsets } from './counting-sort';
import { idRange } from './id-range';

/**
 * Records by their lower end, then their higher one. What is known of a record lies side by side, 16 bytes in all, since sorting
 * takes as long as memory takes to be reached, and a record is then reached in one place instead of three.
 */
export interface SortedRecords {
  /** Where the records of each lower end begin, by what it is above the lowest. */
  readonly offsets: Uint32Array;
  /** The id that ends are counted from. */
  readonly lowest: number;
  /** Of record i of them, the higher end is words[4 * i], and its number words[4 * i + 1]. */
  readonly words: Uint32Array;
  /** The same memory: its weight is doubles[2 * i + 1]. */
  readonly doubles: Float64Array;
}

/** Two counting sorts, by the higher end and then by the lower one: the second keeps the order of the first. */
export function sortByPair(records: LinkRecords): SortedRecords {
  const { sources, targets, weights } = records;
  const { lowest, span } = idRange([sources, targets]);
  const offsets = new Uint32Array(span + 1);
  const higherOffsets = new Uint32Array(span + 1);
  countEnds(sources, targets, lowest, offsets, higherOffsets);
  countsToOffsets(offsets);
  countsToOffsets(higherOffsets);
  const byHigher = new Uint32Array(4 * offsets[span]!);
  const words = new Uint32Array(byHigher.length);
  sortByHigherEnd(sources, targets, weights, lowest, higherOffsets.slice(), byHigher);
  sortByLowerEnd(byHigher, higherOffsets, offsets.slice(), words);
  return { offsets, lowest, words, doubles: new Float64Array(words.buffer) };
}

/** How many records each end has as their lower one, and as their higher one. */
function countEnds(
  sources: Int32Array,
  targets: Int32Array,
  lowest: number,
  ofLower: Uint32Array,
  ofHigher: Uint32Array,
): void {
  for (let record = 0; record < sources.length; record++) {
    const source = sources[record]! - lowest;
    const target = targets[record]! - lowest;
    if (source === target) continue;
    ofLower[source < target ? source : target]!++;
    ofHigher[source < target ? target : source]!++;
  }
}

/** Records by their higher end, with the lower one at hand. @param next Where those of each end begin; moved on. */
function sortByHigherEnd(
  sources: Int32Array,
  targets: Int32Array,
  weights: Float64Array | undefined,
  lowest: number,
  next: Uint32Array,
  words: Uint32Array,
): void {
  const doubles = new Float64Array(words.buffer);
  for (let record = 0; record < sources.length; record++) {
    const source = sources[record]! - lowest;
    const target = targets[record]! - lowest;
    if (source === target) continue;
    const i = next[source < target ? target : source]!++;
    words[4 * i] = source < target ? source : target;
    words[4 * i + 1] = record;
    doubles[2 * i + 1] = weights ? weights[record]! : 1;
  }
}

/** The same records by their lower end, with the higher one at hand. @param next Where those of each end begin; moved on. */
function sortByLowerEnd(from: Uint32Array, higherOffsets: Uint32Array, next: Uint32Array, words: Uint32Array): void {
  const doublesFrom = new Float64Array(from.buffer);
  const doubles = new Float64Array(words.buffer);
  for (let higher = 0; higher + 1 < higherOffsets.length; higher++)
    for (let record = higherOffsets[higher]!; record < higherOffsets[higher + 1]!; record++) {
      const i = next[from[4 * record]!]!++;
      words[4 * i] = higher;
      words[4 * i + 1] = from[4 * record + 1]!;
      doubles[2 * i + 1] = doublesFrom[2 * record + 1]!;
    }
}
