import { countingSort } from './counting-sort';
import type { Edits } from './edits';
import { firstPlaceAbove, type Graph, type LinkTable, lowerBound } from './graph';
import { idRange } from './id-range';

/**
 * Changes of links as their ends see them: each change has two sides, as each link has two places. By the end that sees it, then by
 * the other one, which is the order of places: as edits, they are of columns by place.
 */
export interface Sides extends Edits {
  /** The number of the change. */
  readonly changes: Uint32Array;
  /** The id of the end that sees it, and of the other one. */
  readonly ends: Int32Array;
  readonly others: Int32Array;
  /** The index of the end, or else that of the first node above it. */
  readonly nodes: Uint32Array;
}

export function sidesOf(graph: Graph, { sources, targets, recordCounts }: LinkTable): Sides {
  const size = 2 * sources.length;
  const sides = {
    changes: new Uint32Array(size),
    ends: new Int32Array(size),
    others: new Int32Array(size),
    nodes: new Uint32Array(size),
    positions: new Uint32Array(size),
    isRemoved: new Uint8Array(size),
    isInserted: new Uint8Array(size),
  };
  const order = orderOfSides(sources, targets);
  for (let side = 0; side < size; side++) {
    const change = order[side]! >>> 1;
    const isLower = (order[side]! & 1) === 0;
    sides.changes[side] = change;
    sides.ends[side] = isLower ? sources[change]! : targets[change]!;
    sides.others[side] = isLower ? targets[change]! : sources[change]!;
    sides.isInserted[side] = Number(recordCounts[change]! > 0);
    locate(graph, sides, side);
  }
  return sides;
}

/** By end, then by the other one: 2 c is change c as its lower end sees it, 2 c + 1 as the higher one does. */
function orderOfSides(sources: Int32Array, targets: Int32Array): Uint32Array {
  const { lowest, span } = idRange([sources, targets]);
  const ends = new Uint32Array(2 * sources.length);
  const others = new Uint32Array(ends.length);
  for (let change = 0; change < sources.length; change++) {
    ends[2 * change] = others[2 * change + 1] = sources[change]! - lowest;
    ends[2 * change + 1] = others[2 * change] = targets[change]! - lowest;
  }
  return countingSort(ends, span, countingSort(others, span));
}

/** Finds where the link of a side is, or would come to be. */
function locate({ ids, offsets, neighbours }: Graph, sides: Sides, side: number): void {
  const end = sides.ends[side]!;
  const other = sides.others[side]!;
  const node = lowerBound(ids, end);
  sides.nodes[side] = node;
  sides.positions[side] = offsets[node]!;
  if (ids[node] !== end) return;
  const neighbour = lowerBound(ids, other);
  const endOfRow = offsets[node + 1]!;
  const place = lowerBound(neighbours, neighbour, offsets[node], endOfRow);
  sides.positions[side] = place;
  sides.isRemoved[side] = Number(place < endOfRow && neighbours[place] === neighbour && ids[neighbour] === other);
}

/** The same changes as edits of columns by link, one for each. */
export function linkEditsOf(graph: Graph, sides: Sides): Edits {
  const size = sides.changes.length / 2;
  const edits = {
    positions: new Uint32Array(size),
    isRemoved: new Uint8Array(size),
    isInserted: new Uint8Array(size),
  };
  for (let side = 0; side < sides.changes.length; side++) {
    if (sides.ends[side]! > sides.others[side]!) continue;
    const node = sides.nodes[side]!;
    const isThere = graph.ids[node] === sides.ends[side];
    const above = isThere ? sides.positions[side]! - firstPlaceAbove(graph, node) : 0;
    const change = sides.changes[side]!;
    edits.positions[change] = graph.linkOffsets[node]! + above;
    edits.isRemoved[change] = sides.isRemoved[side]!;
    edits.isInserted[change] = sides.isInserted[side]!;
  }
  return edits;
}
