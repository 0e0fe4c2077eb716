import { type Edits, writeEdited } from './edits';
import { emptyTable } from './collapse';
import { gather } from './gather';
import { firstPlaceAbove, type Graph, type LinkFacts, type LinkTable, lowerBound, nodeOf } from './graph';
import { mergedIndexes, mergeIds, mergeOffsets, nodeEditsOf } from './merge-nodes';
import { mergeTables } from './merge-tables';
import { sharedFloat64, sharedInt32, sharedUint32, sharedUint8 } from './shared-arrays';
import { linkEditsOf, sidesOf } from './sides';

/**
 * The graph with some of its links changed: what comes out is what a rebuild from all records gives. What does not change is
 * copied as it lies, so that this takes hardly longer than a copy of the graph.
 * @param changes Each link whose records have changed, as it is now; one without records goes.
 */
export function mergeLinks(graph: Graph, changes: LinkTable): Graph {
  const sides = sidesOf(graph, changes);
  const nodes = nodeEditsOf(graph, sides);
  const ids = mergeIds(graph.ids, nodes);
  const offsets = mergeOffsets(graph.offsets, nodes, nodes.gains, ids.length);
  const linkOffsets = mergeOffsets(graph.linkOffsets, nodes, nodes.linkGains, ids.length);
  const neighbours =
    ids === graph.ids ? graph.neighbours : gather(mergedIndexes(graph.ids.length, nodes), graph.neighbours);
  const size = offsets.at(-1)!;
  return {
    ids,
    offsets,
    neighbours: writeEdited(neighbours, sides, indexesOf(ids, sides.others), sharedUint32(size)),
    weights: writeEdited(graph.weights, sides, weightsOf(changes, sides.changes), sharedFloat64(size)),
    linkOffsets,
    links: mergeFacts(graph.links, linkEditsOf(graph, sides), changes, linkOffsets.at(-1)!),
  };
}

const mergeFacts = (before: LinkFacts, edits: Edits, changes: LinkFacts, size: number): LinkFacts => ({
  recordCounts: writeEdited(before.recordCounts, edits, changes.recordCounts, sharedUint32(size)),
  directions: writeEdited(before.directions, edits, changes.directions, sharedUint8(size)),
  firstDays: writeEdited(before.firstDays, edits, changes.firstDays, sharedInt32(size)),
  lastDays: writeEdited(before.lastDays, edits, changes.lastDays, sharedInt32(size)),
});

/** The index of each id, where it has one. */
function indexesOf(ids: Int32Array, some: Int32Array): Uint32Array {
  const indexes = new Uint32Array(some.length);
  for (let i = 0; i < indexes.length; i++) indexes[i] = lowerBound(ids, some[i]!);
  return indexes;
}

function weightsOf({ weights }: LinkTable, links: Uint32Array): Float64Array {
  const result = new Float64Array(links.length);
  for (let i = 0; i < result.length; i++) result[i] = weights[links[i]!]!;
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
