import { graphOfRecords } from '../../src/insights/graph/build';
import type { Graph } from '../../src/insights/graph/graph';

/** Two nodes by their numbers, and a weight: 1 where it is left out. */
export type Link = readonly [number, number, number?];

/** The id of the node with a number: ids have gaps, and do not begin at 0. */
export const idOf = (number: number): number => 5 + 3 * number;

/** The records of these links: every other one the other way round. */
export function recordsOf(links: readonly Link[]) {
  const end = (link: Link, i: number, which: 0 | 1): number => idOf(link[(i + which) % 2]!);
  return {
    sources: Int32Array.from(links, (link, i) => end(link, i, 0)),
    targets: Int32Array.from(links, (link, i) => end(link, i, 1)),
    weights: Float64Array.from(links, ([, , weight]) => weight ?? 1),
  };
}

export const graphFromLinks = (links: readonly Link[]): Graph => graphOfRecords(recordsOf(links));

/** A ring of so many nodes. */
export const ring = (size: number): Link[] => Array.from({ length: size }, (_, i): Link => [i, (i + 1) % size]);
