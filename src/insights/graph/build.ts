import { collapse, type LinkRecords } from './collapse';
import type { Graph, LinkTable } from './graph';
import { idRange } from './id-range';
import { sharedFloat64, sharedInt32, sharedUint32 } from './shared-arrays';

/** The graph of these records: see {@link collapse}. */
export const graphOfRecords = (records: LinkRecords): Graph => graphOf(collapse(records));

/** The graph of these links. */
export function graphOf(links: LinkTable): Graph {
  const { recordCounts, directions, firstDays, lastDays } = links;
  const { ids, offsets, linkOffsets, targets } = indexNodes(links);
  const neighbours = sharedUint32(2 * targets.length);
  const weights = sharedFloat64(2 * targets.length);
  writeRows(linkOffsets, targets, links.weights, offsets.slice(), neighbours, weights);
  return {
    ids,
    offsets,
    neighbours,
    weights,
    linkOffsets,
    links: { recordCounts, directions, firstDays, lastDays },
  };
}

/**
 * Writes each link into the rows of both of its ends. Links come by lower end, then by higher one, so every row ends up ascending: a
 * node's turn comes when all that is below it is written.
 * @param next Where rows begin; moved on.
 */
function writeRows(
  linkOffsets: Uint32Array,
  targets: Uint32Array,
  weightOf: Float64Array,
  next: Uint32Array,
  neighbours: Uint32Array,
  weights: Float64Array,
): void {
  for (let node = 0; node + 1 < linkOffsets.length; node++) {
    let above = next[node]!;
    for (let link = linkOffsets[node]!; link < linkOffsets[node + 1]!; link++) {
      const target = targets[link]!;
      const below = next[target]!++;
      neighbours[above] = target;
      neighbours[below] = node;
      weights[above++] = weights[below] = weightOf[link]!;
    }
  }
}

/** The ids of all ends, ascending, where the row and the links of each begin, and each link's target by its index. */
function indexNodes(links: LinkTable) {
  // The first source is the lowest end.
  const { lowest, span } = idRange([links.sources.subarray(0, 1), links.targets]);
  const above = new Uint32Array(span);
  const below = new Uint32Array(span);
  countIds(links.sources, lowest, above);
  countIds(links.targets, lowest, below);
  const indexes = new Uint32Array(span);
  const size = numberNodes(above, below, indexes);
  const ids = sharedInt32(size);
  const offsets = sharedUint32(size + 1);
  const linkOffsets = sharedUint32(size + 1);
  writeNodes(above, below, lowest, ids, offsets, linkOffsets);
  const targets = new Uint32Array(links.targets.length);
  writeIndexes(links.targets, lowest, indexes, targets);
  return { ids, offsets, linkOffsets, targets };
}

function countIds(ids: Int32Array, lowest: number, counts: Uint32Array): void {
  const size = ids.length;
  for (let i = 0; i < size; i++) counts[ids[i]! - lowest]!++;
}

/** Gives those that have links their indexes. @returns How many they are. */
function numberNodes(above: Uint32Array, below: Uint32Array, indexes: Uint32Array): number {
  let size = 0;
  for (let i = 0; i < indexes.length; i++) if (above[i]! + below[i]! > 0) indexes[i] = size++;
  return size;
}

function writeNodes(
  above: Uint32Array,
  below: Uint32Array,
  lowest: number,
  ids: Int32Array,
  offsets: Uint32Array,
  linkOffsets: Uint32Array,
): void {
  for (let i = 0, index = 0; i < above.length; i++) {
    const degree = above[i]! + below[i]!;
    if (degree === 0) continue;
    ids[index] = i + lowest;
    offsets[index + 1] = offsets[index]! + degree;
    linkOffsets[index + 1] = linkOffsets[index]! + above[i]!;
    index++;
  }
}

function writeIndexes(ids: Int32Array, lowest: number, indexes: Uint32Array, result: Uint32Array): void {
  for (let i = 0; i < ids.length; i++) result[i] = indexes[ids[i]! - lowest]!;
}
