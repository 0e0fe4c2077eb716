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
  const { offsets, lowest } = sorted;
  const links = emptyTable(countPairs(sorted));
  let link = 0;
  for (let lower = 0; lower + 1 < offsets.length; lower++) {
    const endOfRow = offsets[lower + 1]!;
    for (let start = offsets[lower]!, end; start < endOfRow; start = end) {
      end = endOfPair(sorted, start, endOfRow);
      links.sources[link] = lower + lowest;
      links.targets[link] = sorted.endAt(start) + lowest;
      addRecords(links, link++, records, sorted, start, end);
    }
  }
  return links;
}

/** Where the records of the pair that begins here end. */
function endOfPair(sorted: SortedRecords, start: number, endOfRow: number): number {
  let end = start + 1;
  while (end < endOfRow && sorted.endAt(end) === sorted.endAt(start)) end++;
  return end;
}

function countPairs(sorted: SortedRecords): number {
  const { offsets } = sorted;
  let count = 0;
  for (let lower = 0; lower + 1 < offsets.length; lower++) {
    const endOfRow = offsets[lower + 1]!;
    for (let start = offsets[lower]!; start < endOfRow; start = endOfPair(sorted, start, endOfRow)) count++;
  }
  return count;
}

/** Gives a link what its records say. */
function addRecords(
  links: LinkTable,
  link: number,
  { sources, targets, days, isDirected }: LinkRecords,
  sorted: SortedRecords,
  start: number,
  end: number,
): void {
  links.recordCounts[link] = end - start;
  links.weights[link] = end - start === 1 ? sorted.weightAt(start) : sumOfWeights(sorted, start, end);
  links.firstDays[link] = links.lastDays[link] = UNDATED;
  if (days) for (let i = start; i < end; i++) addDay(links, link, days[sorted.recordAt(i)]!);
  if (!isDirected) return;
  for (let i = start; i < end; i++) {
    const record = sorted.recordAt(i);
    links.directions[link]! |= sources[record]! < targets[record]! ? UPWARDS : DOWNWARDS;
  }
}

/** From the largest to the smallest, as sums of floating-point numbers depend on their order. */
function sumOfWeights(sorted: SortedRecords, start: number, end: number): number {
  const ofPair = Float64Array.from({ length: end - start }, (_, i) => sorted.weightAt(start + i)).sort();
  let sum = 0;
  for (let i = ofPair.length - 1; i >= 0; i--) sum += ofPair[i]!;
  return sum;
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
