import { type SharedTexts, textAt } from '../graph/shared-texts';
import type { Memberships } from '../projection/pair-members';
import type { EventTable } from './event-table';

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

/** What is known of cities. One is known by its number: its place in the order of slugs, the same on every machine. */
export interface CityTable {
  /** The row id of each city. */
  readonly cities: Int32Array;
  readonly slugs: SharedTexts;
  /** The number of the city with each row id; −1 where there is none. */
  readonly numbers: Int32Array;
  /** Of each city: the row id of its country, the number of its region (of no meaning but to tell them apart), people; −1: unknown. */
  readonly countries: Int32Array;
  readonly regions: Int32Array;
  readonly populations: Int32Array;
}

/** All that graphs are made of, as the events up to one position in the log left it; in memory that threads share. */
export interface GraphTables extends CityTable {
  /** The position. */
  readonly version: string;
  /** The identity of the log. */
  readonly log: string;
  /** When they were read, as RFC 3339 writes it, in UTC. */
  readonly asOf: string;
  /** A position of the primary's write-ahead log by which all of it was written. */
  readonly written: number;
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

/** The number of the city with a row id; undefined where there is none. */
export function numberOf({ numbers }: Pick<CityTable, 'numbers'>, city: number): number | undefined {
  const number = numbers[city];
  return number === undefined || number < 0 ? undefined : number;
}

/** The slug of the city with a number. */
export const slugOf = ({ slugs }: Pick<CityTable, 'slugs'>, city: number): string => textAt(slugs, city);
