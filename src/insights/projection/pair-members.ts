import { UNDATED } from '../graph/graph';
import type { RecordList } from './record-list';

/** Above so many members a network is not paired up: its pairs would be millions, and say little about each. */
export const MAX_PAIRED_MEMBERS = 2500;

/** The day after the last of a period that has no end, or none that is known. */
export const FOREVER = 0x7fffffff;

/** The same of one that is known to have ended, nobody knows when: it counts as open, but not as going on today. */
export const ENDED = FOREVER - 1;

/** Who was a member of which network, and when; one network at each position of `networks` and of `offsets`. */
export interface Memberships {
  readonly networks: Int32Array;
  /** The memberships in network n are those from offsets[n] to offsets[n + 1] − 1, ordered by city. */
  readonly offsets: Uint32Array;
  /** Of each membership its row id, the city, the first day (UNDATED: unknown), and the day after the last (FOREVER: none). */
  readonly ids: Int32Array;
  readonly members: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
}

/** Two periods' common one: the first day (UNDATED where either is unknown) and the day after the last. */
export type PeriodTest = (from: number, until: number) => boolean;

/** The number of cities that have ever been members of a network, by its position; all or those that are kept. */
export function memberCount(
  { offsets, members }: Memberships,
  network: number,
  isKept: (city: number) => boolean = () => true,
): number {
  let count = 0;
  for (let i = offsets[network]!; i < offsets[network + 1]!; i++)
    if ((i === offsets[network] || members[i] !== members[i - 1]) && isKept(members[i]!)) count++;
  return count;
}

/**
 * A record for each pair of cities whose memberships in a network overlap in time (unknown ends count as open), dated
 * with the first day of the overlap, and with the weight 1 / (k − 1) where k cities have ever been members.
 * @param isKept Whether a city takes part. Those who do not count for k all the same.
 * @param isInTime Whether an overlap counts.
 */
export function pairMembers(
  memberships: Memberships,
  network: number,
  isKept: (city: number) => boolean,
  isInTime: PeriodTest,
  into: RecordList,
): void {
  const { members, offsets } = memberships;
  const weight = 1 / (memberCount(memberships, network) - 1);
  const end = offsets[network + 1]!;
  // A city that has left and joined again has several memberships, one after another.
  const endOfCity = (start: number): number => {
    let next = start + 1;
    while (next < end && members[next] === members[start]) next++;
    return next;
  };
  for (let a = offsets[network]!; a < end; a = endOfCity(a)) {
    if (!isKept(members[a]!)) continue;
    const endOfA = endOfCity(a);
    for (let b = endOfA; b < end; b = endOfCity(b)) {
      if (!isKept(members[b]!)) continue;
      const day = firstOverlap(memberships, [a, endOfA], [b, endOfCity(b)], isInTime);
      if (day !== undefined) into.add(members[a]!, members[b]!, weight, day);
    }
  }
}

/** The first day that two cities were both members, if they ever were; UNDATED where it is unknown. */
function firstOverlap(
  { from, until }: Memberships,
  [a, endOfA]: readonly [number, number],
  [b, endOfB]: readonly [number, number],
  isInTime: PeriodTest,
): number | undefined {
  let first: number | undefined;
  for (let i = a; i < endOfA; i++) {
    for (let j = b; j < endOfB; j++) {
      const start = Math.max(from[i]!, from[j]!);
      const end = Math.min(until[i]!, until[j]!);
      const day = from[i] === UNDATED || from[j] === UNDATED ? UNDATED : start;
      if (start >= end || !isInTime(day, end)) continue;
      if (first === undefined || first === UNDATED || (day !== UNDATED && day < first)) first = day;
    }
  }
  return first;
}
