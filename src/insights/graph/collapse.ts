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
 * Collapses the records of each pair into one link: weights are added up in the order of the records, records counted,
 * the earliest and latest day kept. Records from a node to itself are left out.
 */
export function collapse(records: LinkRecords): LinkTable {
  const { order, lower, higher, lowest } = sortByPair(records);
  const links = emptyTable(countPairs(lower, higher));
  let link = -1;
  for (let i = 0; i < order.length; i++) {
    const record = order[i]!;
    if (i === 0 || lower[i] !== lower[i - 1] || higher[i] !== higher[i - 1]) {
      link++;
      links.sources[link] = lower[i]! + lowest;
      links.targets[link] = higher[i]! + lowest;
      links.firstDays[link] = links.lastDays[link] = UNDATED;
    }
    links.recordCounts[link]!++;
    links.weights[link]! += records.weights ? records.weights[record]! : 1;
    if (records.isDirected) links.directions[link]! |= directionOf(records, record);
    if (records.days) addDay(links, link, records.days[record]!);
  }
  return links;
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

const directionOf = ({ sources, targets }: LinkRecords, record: number): number =>
  sources[record]! < targets[record]! ? UPWARDS : DOWNWARDS;

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
