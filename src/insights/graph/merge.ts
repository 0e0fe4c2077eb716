import { type Edits, writeEdited } from './edits';
import { emptyTable } from './collapse';
import { firstPlaceAbove, type Graph, type LinkFacts, type LinkTable, lowerBound, nodeOf } from './graph';
import { type Gains, mergeNodes, mergeOffsets } from './merge-nodes';
import { mergeTables } from './merge-tables';
import { sharedFloat64, sharedInt32, sharedUint32, sharedUint8 } from './shared-arrays';
import { type Side, sidesOf } from './sides';

/**
 * The graph with some of its links changed: what comes out is what a rebuild from all records gives. What does not change is
 * copied as it lies, so that this takes hardly longer than a copy of the graph.
 * @param changes Each link whose records have changed, as it is now; one without records goes.
 */
export function mergeLinks(graph: Graph, changes: LinkTable): Graph {
  const sides = sidesOf(graph, changes);
  const upward = sides.filter(({ isLower }) => isLower);
  const gains = gainsOf(sides);
  const nodes = mergeNodes(graph, gains);
  const offsets = mergeOffsets(graph.offsets, nodes, gains);
  const linkOffsets = mergeOffsets(graph.linkOffsets, nodes, gainsOf(upward));
  const places = editsOf(sides, ({ place }) => place);
  const links = editsOf(upward, ({ link }) => link);
  const neighbours = nodes.ids === graph.ids ? graph.neighbours : renumbered(graph.neighbours, nodes.indexes);
  const size = offsets.at(-1)!;
  return {
    ids: nodes.ids,
    offsets,
    neighbours: writeEdited(neighbours, places, sharedUint32(size), (i) => lowerBound(nodes.ids, sides[i]!.other)),
    weights: writeEdited(graph.weights, places, sharedFloat64(size), (i) => changes.weights[sides[i]!.change]!),
    linkOffsets,
    links: mergeFacts(graph.links, links, changes, linkOffsets.at(-1)!),
  };
}

/** @param links One edit for each change, in their order. */
function mergeFacts(before: LinkFacts, links: Edits, changes: LinkFacts, size: number): LinkFacts {
  const valueIn = (column: Uint32Array | Uint8Array | Int32Array) => (change: number) => column[change]!;
  return {
    recordCounts: writeEdited(before.recordCounts, links, sharedUint32(size), valueIn(changes.recordCounts)),
    directions: writeEdited(before.directions, links, sharedUint8(size), valueIn(changes.directions)),
    firstDays: writeEdited(before.firstDays, links, sharedInt32(size), valueIn(changes.firstDays)),
    lastDays: writeEdited(before.lastDays, links, sharedInt32(size), valueIn(changes.lastDays)),
  };
}

function gainsOf(sides: readonly Side[]): Gains {
  const gains: Gains = new Map();
  for (const { end, isThere, stays } of sides) gains.set(end, (gains.get(end) ?? 0) + Number(stays) - Number(isThere));
  return gains;
}

const editsOf = (sides: readonly Side[], positionOf: (side: Side) => number): Edits => ({
  positions: Uint32Array.from(sides, positionOf),
  isRemoved: Uint8Array.from(sides, ({ isThere }) => Number(isThere)),
  isInserted: Uint8Array.from(sides, ({ stays }) => Number(stays)),
});

function renumbered(neighbours: Uint32Array, indexes: Int32Array): Uint32Array {
  const result = new Uint32Array(neighbours.length);
  for (let place = 0; place < result.length; place++) result[place] = indexes[neighbours[place]!]!;
  return result;
}

/**
 * The graph with all links among some of its nodes replaced.
 * @param ids Of these nodes, ascending; some may have no link yet.
 * @param links The links among them that there are now.
 */
export function replaceLinksAmong(graph: Graph, ids: Int32Array, links: LinkTable): Graph {
  const gone = linksAmongIds(graph, ids);
  return mergeLinks(graph, mergeTables(gone, links));
}

/** The links between two nodes of these, as they go: without records. */
function linksAmongIds(graph: Graph, ids: Int32Array): LinkTable {
  const { offsets, neighbours } = graph;
  const isAmong = new Uint8Array(graph.ids.length);
  const nodes = Array.from(ids).flatMap((id) => nodeOf(graph, id) ?? []);
  for (const node of nodes) isAmong[node] = 1;
  const sources: number[] = [];
  const targets: number[] = [];
  for (const node of nodes)
    for (let place = firstPlaceAbove(graph, node); place < offsets[node + 1]!; place++) {
      if (isAmong[neighbours[place]!] === 0) continue;
      sources.push(graph.ids[node]!);
      targets.push(graph.ids[neighbours[place]!]!);
    }
  const table = emptyTable(sources.length);
  table.sources.set(sources);
  table.targets.set(targets);
  return table;
}
