/**
 * An undirected, weighted, simple graph in compressed sparse rows (CSR). Every node has a link: what has none is not
 * part of a graph. A node is known by its index, 0 to nodeCount − 1, inside, and by an integer id outside; indexes
 * ascend with ids. The neighbours of node u are neighbours[offsets[u]] to neighbours[offsets[u + 1] − 1], ascending.
 * A position in `neighbours` is called a place; each link has two, one in the row of either end.
 *
 * Never changed once it is made: its arrays lie in shared memory, for other threads to read without a copy.
 */
export interface Graph {
  /** The id of each node, ascending. */
  readonly ids: Int32Array;
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** The weight of the link at each place, above 0. */
  readonly weights: Float64Array;
  /** How many links come before those of node u to higher nodes: links are numbered by lower end, then higher end. */
  readonly linkOffsets: Uint32Array;
  /** What else is known of each link, by its number. */
  readonly links: LinkFacts;
}

/** What the records of a link say together. */
export interface LinkFacts {
  /** How many records the link stands for. */
  readonly recordCounts: Uint32Array;
  /** Which ways its records run: UPWARDS (from the lower id to the higher), DOWNWARDS, both, or 0 for undirected ones. */
  readonly directions: Uint8Array;
  /** Day of the earliest record with a date, in days since 1970-01-01; UNDATED where none has one. */
  readonly firstDays: Int32Array;
  /** Day of the latest one. */
  readonly lastDays: Int32Array;
}

/** Links as a table, by ids: each pair once, the lower id as its source; ordered by source, then target. */
export interface LinkTable extends LinkFacts {
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

export const UPWARDS = 1;
export const DOWNWARDS = 2;

/** The day of what has no date: before all days. */
export const UNDATED = -0x80000000;

export const nodeCount = (graph: Graph): number => graph.ids.length;

export const linkCount = (graph: Graph): number => graph.links.recordCounts.length;

/** The number of a node's neighbours. */
export const degreeOf = ({ offsets }: Graph, node: number): number => offsets[node + 1]! - offsets[node]!;

/** The index of the node with this id; undefined where it has no link here. */
export const nodeOf = ({ ids }: Graph, id: number): number | undefined => positionOf(ids, id);

/** Where an id stands among ascending ones; undefined where it does not. */
export function positionOf(ids: Int32Array, id: number): number | undefined {
  const index = lowerBound(ids, id);
  return ids[index] === id ? index : undefined;
}

/** The place of the link from one node to another, in the row of the first; undefined where there is none. */
export function placeOf({ offsets, neighbours }: Graph, from: number, to: number): number | undefined {
  const end = offsets[from + 1]!;
  const place = lowerBound(neighbours, to, offsets[from], end);
  return place < end && neighbours[place] === to ? place : undefined;
}

/** The place where a node's row comes to nodes above itself. */
export const firstPlaceAbove = ({ offsets, linkOffsets }: Graph, node: number): number =>
  offsets[node + 1]! - (linkOffsets[node + 1]! - linkOffsets[node]!);

/** The number of a link that is at this place in the row of its lower end. */
export const linkNumber = (graph: Graph, lower: number, place: number): number =>
  graph.linkOffsets[lower]! + (place - firstPlaceAbove(graph, lower));

/** The first position from `start` on, before `end`, whose value is not below `value`; `end` where there is none. */
export function lowerBound(values: Int32Array | Uint32Array, value: number, start = 0, end = values.length): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
