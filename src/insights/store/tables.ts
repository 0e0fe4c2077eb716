import { positionOf } from '../graph/graph';
import { type SharedTexts, textAt } from '../graph/shared-texts';
import type { Groups } from '../projection/pair-groups';
import type { Memberships } from '../projection/pair-members';

/** The day after the last of a period that has no end, or none that is known. */
export const FOREVER = 0x7fffffff;

/** In the order of their numbers in a table of events. */
export const COLLABORATION_KINDS = [
  'TWINNING',
  'PEER_EXCHANGE',
  'STUDY_VISIT',
  'MENTORING',
  'JOINT_PROJECT',
  'WORKSHOP',
  'MEMORANDUM',
] as const;

export type CollaborationKind = (typeof COLLABORATION_KINDS)[number];

/** What cities did together: each event with its cities, its first day in `days`, and what filters ask for. */
export interface EventTable extends Groups {
  /** The day after the last, or FOREVER. */
  readonly untils: Int32Array;
  /** The row id of the network under which it took place; 0 for none. */
  readonly networks: Int32Array;
  /** Of collaborations the kind's number; of adoptions the row id of a solution that not everybody may see, else 0. */
  readonly labels: Int32Array;
}

/** All that graphs are made of, as of one position in the event log; in memory that threads share. */
export interface GraphTables {
  /** The position in the event log that these reflect. */
  readonly version: string;
  /** When they were read, as RFC 3339 writes it, in UTC. */
  readonly asOf: string;
  /** Row ids of all cities, ascending, and of each the slug. */
  readonly cities: Int32Array;
  readonly slugs: SharedTexts;
  /** Of each city: the row id of its country, the number of its region (of no meaning but to tell them apart), people; −1: unknown. */
  readonly countries: Int32Array;
  readonly regions: Int32Array;
  readonly populations: Int32Array;
  /** Row ids of all networks, ascending, and of the initiative of each, 0 for none. */
  readonly networks: Int32Array;
  readonly initiatives: Int32Array;
  readonly collaborations: EventTable;
  /** Each from the city learnt from to the adopter. */
  readonly adoptions: EventTable;
  readonly memberships: Memberships;
}

/** How much memory tables take, in bytes. */
export function sizeOf(value: object): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce(
    (sum: number, part: unknown) => sum + (typeof part === 'object' && part !== null ? sizeOf(part) : 0),
    0,
  );
}

/** The slug of the city with this row id. */
export const slugOf = ({ cities, slugs }: Pick<GraphTables, 'cities' | 'slugs'>, city: number): string =>
  textAt(slugs, positionOf(cities, city)!);
