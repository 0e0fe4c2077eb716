import { collapse, type LinkRecords } from './collapse';
import type { Graph, LinkTable } from './graph';
import { idRange } from './id-range';
import { sharedFloat64, sharedInt32, sharedUint32 } from './shared-arrays';

/** The graph of these records: see {@link collapse}. */
export const graphOfRecords = (records: LinkRecords): Graph => graphOf(collapse(records));

/** The graph of these links. */
export function graphOf(links: LinkTable): Graph {
  const { sources, targets, recordCounts, directions, firstDays, lastDays } = links;
  const { ids, offsets, linkOffsets, lowest, indexes, next } = indexNodes(links);
  const neighbours = sharedUint32(2 * sources.length);
  const weights = sharedFloat64(2 * sources.length);
  // Ordered by source, then target, so every row ends up ascending: the lower neighbours of a node come by first.
  for (let link = 0; link < sources.length; link++) {
    const source = sources[link]! - lowest;
    const target = targets[link]! - lowest;
    const above = next[source]!++;
    const below = next[target]!++;
    neighbours[above] = indexes[target]!;
    neighbours[below] = indexes[source]!;
    weights[above] = weights[below] = links.weights[link]!;
  }
  return {
    ids,
    offsets,
    neighbours,
    weights,
    linkOffsets,
    links: { recordCounts, directions, firstDays, lastDays },
  };
}

/** The ids of all ends, ascending, where their rows begin, and, by id less the lowest one, their indexes and rows once more. */
function indexNodes({ sources, targets }: LinkTable) {
  const { lowest, span } = idRange([sources, targets]);
  const above = new Uint32Array(span);
  const below = new Uint32Array(span);
  for (let link = 0; link < sources.length; link++) {
    above[sources[link]! - lowest]!++;
    below[targets[link]! - lowest]!++;
  }
  let size = 0;
  for (let i = 0; i < span; i++) if (above[i]! + below[i]! > 0) size++;
  const ids = sharedInt32(size);
  const offsets = sharedUint32(size + 1);
  const linkOffsets = sharedUint32(size + 1);
  const indexes = new Uint32Array(span);
  const next = new Uint32Array(span);
  for (let i = 0, index = 0; i < span; i++) {
    const degree = above[i]! + below[i]!;
    if (degree === 0) continue;
    ids[index] = i + lowest;
    indexes[i] = index;
    next[i] = offsets[index]!;
    offsets[index + 1] = offsets[index]! + degree;
    linkOffsets[index + 1] = linkOffsets[index]! + above[i]!;
    index++;
  }
  return { ids, offsets, linkOffsets, lowest, indexes, next };
}
