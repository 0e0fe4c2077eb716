import { collapse, type LinkRecords } from './collapse';
import type { Graph, LinkTable } from './graph';
import { idRange } from './id-range';
import { sharedFloat64, sharedInt32, sharedUint32 } from './shared-arrays';

/** The graph of these records: see {@link collapse}. */
export const graphOfRecords = (records: LinkRecords): Graph => graphOf(collapse(records));

/** The graph of these links. */
export function graphOf(links: LinkTable): Graph {
  const { targets, recordCounts, directions, firstDays, lastDays } = links;
  const { ids, offsets, linkOffsets, indexOf } = indexNodes(links);
  const neighbours = sharedUint32(2 * targets.length);
  const weights = sharedFloat64(2 * targets.length);
  const next = offsets.slice();
  // Links come by source, then target, so every row ends up ascending: a node's turn comes when all that is below it is written.
  for (let node = 0; node < ids.length; node++) {
    let above = next[node]!;
    for (let link = linkOffsets[node]!; link < linkOffsets[node + 1]!; link++) {
      const target = indexOf(targets[link]!);
      const below = next[target]!++;
      neighbours[above] = target;
      neighbours[below] = node;
      weights[above++] = weights[below] = links.weights[link]!;
    }
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

/** The ids of all ends, ascending, where the row and the links of each begin, and the index of an id. */
function indexNodes({ sources, targets }: LinkTable) {
  // The first source is the lowest end.
  const { lowest, span } = idRange([sources.subarray(0, 1), targets]);
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
  for (let i = 0, index = 0; i < span; i++) {
    const degree = above[i]! + below[i]!;
    if (degree === 0) continue;
    ids[index] = i + lowest;
    indexes[i] = index;
    offsets[index + 1] = offsets[index]! + degree;
    linkOffsets[index + 1] = linkOffsets[index]! + above[i]!;
    index++;
  }
  return { ids, offsets, linkOffsets, indexOf: (id: number): number => indexes[id - lowest]! };
}
