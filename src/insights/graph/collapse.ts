import { DOWNWARDS, type LinkTable, UNDATED, UPWARDS } from './graph';
import { sharedFloat64, sharedInt32, sharedUint32, sharedUint8 } from './shared-arrays';
import { sortByPair, type SortedRecords } from './sort-by-pair';

/** Records of links between nodes, one at each position of the arrays. */
export interface LinkRecords {
  /** Ids of one end and the other, in any order. They should lie close together, as a sequence gives them out. */
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  /** Above 0; 1 each by default. */
  readonly weights?: Float64Array;
  /** Days since 1970-01-01, or UNDATED; all undated by default. */
  readonly days?: Int32Array;
  /** Whether the records run from source to target; false by default. */
  readonly isDirected?: boolean;
}

/**
 * Collapses the records of each pair into one link: weights are added up, records counted, the earliest and latest day kept.
 * What comes out does not depend on the order of the records. Records from a node to itself are left out.
 */
export function collapse(records: LinkRecords): LinkTable {
  const sorted = sortByPair(records);
  const links = emptyTable(countPairs(sorted));
  writePairs(sorted, links);
  links.firstDays.fill(UNDATED);
  links.lastDays.fill(UNDATED);
  if (records.days) addDays(sorted, records.days, links);
  if (records.isDirected) addDirections(sorted, records, links);
  return links;
}

function countPairs({ offsets, words }: SortedRecords): number {
  let count = 0;
  for (let lower = 0; lower + 1 < offsets.length; lower++) {
    const start = offsets[lower]!;
    for (let i = start; i < offsets[lower + 1]!; i++) if (i === start || words[4 * i] !== words[4 * i - 4]) count++;
  }
  return count;
}

/** The ends of each pair, in order, the number of its records, and their weight. */
function writePairs({ offsets, lowest, words, doubles }: SortedRecords, links: LinkTable): void {
  const { sources, targets, recordCounts, weights } = links;
  let link = 0;
  for (let lower = 0; lower + 1 < offsets.length; lower++) {
    const endOfRow = offsets[lower + 1]!;
    for (let i = offsets[lower]!; i < endOfRow;) {
      const start = i++;
      const higher = words[4 * start]!;
      while (i < endOfRow && words[4 * i] === higher) i++;
      sources[link] = lower + lowest;
      targets[link] = higher + lowest;
      recordCounts[link] = i - start;
      weights[link++] = i - start === 1 ? doubles[2 * start + 1]! : sumOfWeights(doubles, start, i);
    }
  }
}

/** From the largest to the smallest, as sums of floating-point numbers depend on their order. */
function sumOfWeights(doubles: Float64Array, start: number, end: number): number {
  if (end - start === 2) return doubles[2 * start + 1]! + doubles[2 * start + 3]!;
  const ofPair = new Float64Array(end - start);
  for (let i = start; i < end; i++) ofPair[i - start] = doubles[2 * i + 1]!;
  ofPair.sort();
  let sum = 0;
  for (let i = ofPair.length - 1; i >= 0; i--) sum += ofPair[i]!;
  return sum;
}

function addDays({ words }: SortedRecords, days: Int32Array, links: LinkTable): void {
  for (let link = 0, i = 0; link < links.recordCounts.length; link++)
    for (const end = i + links.recordCounts[link]!; i < end; i++) addDay(links, link, days[words[4 * i + 1]!]!);
}

function addDirections({ words }: SortedRecords, { sources, targets }: LinkRecords, links: LinkTable): void {
  for (let link = 0, i = 0; link < links.recordCounts.length; link++)
    for (const end = i + links.recordCounts[link]!; i < end; i++) {
      const record = words[4 * i + 1]!;
      links.directions[link]! |= sources[record]! < targets[record]! ? UPWARDS : DOWNWARDS;
    }
}

/** Lets a link begin no later and end no earlier than this day; UNDATED changes nothing. */
export function addDay({ firstDays, lastDays }: LinkTable, link: number, day: number): void {
  if (day === UNDATED) return;
  if (firstDays[link] === UNDATED || day < firstDays[link]!) firstDays[link] = day;
  if (day > lastDays[link]!) lastDays[link] = day;
}

/** A table of so many links, nothing known of them yet. */
export const emptyTable = (size: number): LinkTable => ({
  sources: sharedInt32(size),
  targets: sharedInt32(size),
  weights: sharedFloat64(size),
  recordCounts: sharedUint32(size),
  directions: sharedUint8(size),
  firstDays: sharedInt32(size),
  lastDays: sharedInt32(size),
});
