import { countingSort } from './counting-sort';
import { DOWNWARDS, type LinkTable, UNDATED, UPWARDS } from './graph';
import { idRange } from './id-range';
import { sharedFloat64, sharedInt32, sharedUint32, sharedUint8 } from './shared-arrays';

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
  const { order, lower, higher, lowest } = sortByPair(records);
  const links = emptyTable(countPairs(lower, higher));
  for (let link = 0, start = 0, end = 1; start < order.length; link++, start = end++) {
    while (lower[end] === lower[start] && higher[end] === higher[start]) end++;
    links.sources[link] = lower[start]! + lowest;
    links.targets[link] = higher[start]! + lowest;
    links.recordCounts[link] = end - start;
    links.weights[link] = sumOfWeights(records, order, start, end);
    links.firstDays[link] = links.lastDays[link] = UNDATED;
    for (let i = start; i < end; i++) addFacts(links, link, records, order[i]!);
  }
  return links;
}

/** From the largest to the smallest, as sums of floating-point numbers depend on their order. */
function sumOfWeights({ weights }: LinkRecords, order: Uint32Array, start: number, end: number): number {
  if (!weights) return end - start;
  if (end - start === 1) return weights[order[start]!]!;
  const ofPair = Float64Array.from(order.subarray(start, end), (record) => weights[record]!).sort();
  let sum = 0;
  for (let i = ofPair.length - 1; i >= 0; i--) sum += ofPair[i]!;
  return sum;
}

function addFacts(
  links: LinkTable,
  link: number,
  { isDirected, sources, targets, days }: LinkRecords,
  record: number,
): void {
  if (days) addDay(links, link, days[record]!);
  if (isDirected) links.directions[link]! |= sources[record]! < targets[record]! ? UPWARDS : DOWNWARDS;
}

/** The numbers of the records, by pair, and beside them the ends of each, counted from the lowest id. */
function sortByPair({ sources, targets }: LinkRecords) {
  const { lowest, span } = idRange([sources, targets]);
  const lower = new Uint32Array(sources.length);
  const higher = new Uint32Array(sources.length);
  let loops = 0;
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i]! - lowest;
    const target = targets[i]! - lowest;
    lower[i] = source < target ? source : target;
    higher[i] = source < target ? target : source;
    if (source === target) loops++;
  }
  const all = countingSort(lower, span, countingSort(higher, span));
  const order = loops === 0 ? all : all.filter((record) => lower[record] !== higher[record]);
  return { order, lower: pick(lower, order), higher: pick(higher, order), lowest };
}

function pick(values: Uint32Array, order: Uint32Array): Uint32Array {
  const picked = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = values[order[i]!]!;
  return picked;
}

function countPairs(lower: Uint32Array, higher: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < lower.length; i++)
    if (i === 0 || lower[i] !== lower[i - 1] || higher[i] !== higher[i - 1]) count++;
  return count;
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
