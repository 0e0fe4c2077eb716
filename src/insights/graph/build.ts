import { collapse, type LinkRecords } from './collapse';
import { countsToOffsets } from './counting-sort';
import type { Graph, LinkTable } from './graph';
import { idRange } from './id-range';
import { sharedFloat64, sharedInt32, sharedUint32 } from './shared-arrays';

/** The graph of these records: see {@link collapse}. */
export const graphOfRecords = (records: LinkRecords): Graph => graphOf(collapse(records));

/** The graph of these links. */
export function graphOf(links: LinkTable): Graph {
  const { ids, sources, targets } = indexNodes(links);
  const { offsets, linkOffsets } = countRows(ids.length, sources, targets);
  const neighbours = sharedUint32(2 * sources.length);
  const weights = sharedFloat64(2 * sources.length);
  const next = offsets.slice(0, ids.length);
  // Ordered by source, then target, so every row ends up ascending: the lower neighbours of a node come by first.
  for (let link = 0; link < sources.length; link++) {
    const source = sources[link]!;
    const target = targets[link]!;
    const weight = links.weights[link]!;
    const above = next[source]!++;
    const below = next[target]!++;
    neighbours[above] = target;
    neighbours[below] = source;
    weights[above] = weights[below] = weight;
  }
  const { recordCounts, directions, firstDays, lastDays } = links;
  return {
    ids,
    offsets,
    neighbours,
    weights,
    linkOffsets,
    links: { recordCounts, directions, firstDays, lastDays },
  };
}

/** The ids of all ends, ascending, and the links' ends as indexes into them. */
function indexNodes({ sources, targets }: LinkTable) {
  const { lowest, span } = idRange([sources, targets]);
  const indexes = new Uint32Array(span);
  for (const id of sources) indexes[id - lowest] = 1;
  for (const id of targets) indexes[id - lowest] = 1;
  let count = 0;
  for (const present of indexes) count += present;
  const ids = sharedInt32(count);
  for (let i = 0, index = 0; i < span; i++) {
    if (indexes[i] === 0) continue;
    ids[index] = i + lowest;
    indexes[i] = index++;
  }
  const toIndexes = (ends: Int32Array): Uint32Array => {
    const result = new Uint32Array(ends.length);
    for (let i = 0; i < ends.length; i++) result[i] = indexes[ends[i]! - lowest]!;
    return result;
  };
  return { ids, sources: toIndexes(sources), targets: toIndexes(targets) };
}

function countRows(size: number, sources: Uint32Array, targets: Uint32Array) {
  const offsets = sharedUint32(size + 1);
  const linkOffsets = sharedUint32(size + 1);
  for (const source of sources) linkOffsets[source]!++;
  offsets.set(linkOffsets);
  for (const target of targets) offsets[target]!++;
  countsToOffsets(offsets);
  countsToOffsets(linkOffsets);
  return { offsets, linkOffsets };
}
