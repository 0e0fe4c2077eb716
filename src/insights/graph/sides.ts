import { countingSort } from './counting-sort';
import { type Graph, linkNumber, type LinkTable, lowerBound } from './graph';
import { idRange } from './id-range';

/** A change of a link as one of its ends sees it: each change has two sides, as each link has two places. */
export interface Side {
  /** The number of the change. */
  readonly change: number;
  /** The id of the end that sees it, and of the other one. */
  readonly end: number;
  readonly other: number;
  /** Whether it is the lower end. */
  readonly isLower: boolean;
  /** Where the link is, or else would come to be, in the row of the end. */
  readonly place: number;
  /** At the lower end: the number that the link has, or else the number of the link that it would come before. */
  readonly link: number;
  /** Whether there is such a link yet. */
  readonly isThere: boolean;
  /** Whether there is one after the change. */
  readonly stays: boolean;
}

/** Both sides of all changes, in the order of places: by the end that sees it, then by the other one. */
export function sidesOf(graph: Graph, { sources, targets, recordCounts }: LinkTable): Side[] {
  const size = sources.length;
  const endOf = (side: number): number => (side < size ? sources[side]! : targets[side - size]!);
  const otherOf = (side: number): number => (side < size ? targets[side]! : sources[side - size]!);
  const { lowest, span } = idRange([sources, targets]);
  const keys = (idOf: (side: number) => number) =>
    Uint32Array.from({ length: 2 * size }, (_, side) => idOf(side) - lowest);
  const order = countingSort(keys(endOf), span, countingSort(keys(otherOf), span));
  return Array.from(order, (side) => {
    const [change, end, other] = [side % size, endOf(side), otherOf(side)];
    return { change, end, other, isLower: side < size, ...locate(graph, end, other), stays: recordCounts[change]! > 0 };
  });
}

/** Where a link is, or would come to be. */
function locate(graph: Graph, end: number, other: number): Pick<Side, 'place' | 'link' | 'isThere'> {
  const { ids, offsets, neighbours, linkOffsets } = graph;
  const node = lowerBound(ids, end);
  if (ids[node] !== end) return { place: offsets[node]!, link: linkOffsets[node]!, isThere: false };
  const neighbour = lowerBound(ids, other);
  const endOfRow = offsets[node + 1]!;
  const place = lowerBound(neighbours, neighbour, offsets[node], endOfRow);
  const isThere = place < endOfRow && neighbours[place] === neighbour && ids[neighbour] === other;
  return { place, link: linkNumber(graph, node, place), isThere };
}
