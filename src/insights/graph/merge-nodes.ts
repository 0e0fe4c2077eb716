import { type Edits, writeEdited } from './edits';
import { type Graph } from './graph';
import { sharedInt32, sharedUint32 } from './shared-arrays';
import type { Sides } from './sides';

/** What changes of nodes, one edit for each that sees a change: some come with their first link, some go with their last. */
export interface NodeEdits extends Edits {
  /** The id of each. */
  readonly ids: Int32Array;
  /** How many more links it has than before, and how many more to higher nodes. */
  readonly gains: Int32Array;
  readonly linkGains: Int32Array;
}

export function nodeEditsOf({ ids, offsets }: Graph, sides: Sides): NodeEdits {
  const { ends, others, nodes } = sides;
  const size = countRuns(ends);
  const edits = {
    ids: new Int32Array(size),
    gains: new Int32Array(size),
    linkGains: new Int32Array(size),
    positions: new Uint32Array(size),
    isRemoved: new Uint8Array(size),
    isInserted: new Uint8Array(size),
  };
  for (let edit = 0, side = 0; edit < size; edit++) {
    const end = ends[side]!;
    const node = nodes[side]!;
    for (; side < ends.length && ends[side] === end; side++) {
      const gain = sides.isInserted[side]! - sides.isRemoved[side]!;
      edits.gains[edit]! += gain;
      if (others[side]! > end) edits.linkGains[edit]! += gain;
    }
    const degree = ids[node] === end ? offsets[node + 1]! - offsets[node]! : 0;
    const isLinked = degree + edits.gains[edit]! > 0;
    edits.ids[edit] = end;
    edits.positions[edit] = node;
    edits.isRemoved[edit] = Number(degree > 0 && !isLinked);
    edits.isInserted[edit] = Number(degree === 0 && isLinked);
  }
  return edits;
}

function countRuns(values: Int32Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (i === 0 || values[i] !== values[i - 1]) count++;
  return count;
}

/** The ids of nodes after a change; the very array of before, where no node has come or gone. */
export function mergeIds(ids: Int32Array, edits: NodeEdits): Int32Array {
  const isChange = (value: number): boolean => value === 1;
  const comingCount = edits.isInserted.filter(isChange).length;
  const goingCount = edits.isRemoved.filter(isChange).length;
  if (comingCount + goingCount === 0) return ids;
  return writeEdited(ids, edits, edits.ids, sharedInt32(ids.length + comingCount - goingCount));
}

/**
 * Where rows begin after a change.
 * @param before Where they did before.
 * @param gains How much longer the row of each node is that an edit is about.
 * @param size The number of nodes.
 */
export function mergeOffsets(
  before: Uint32Array,
  { positions, isRemoved, isInserted }: Edits,
  gains: Int32Array,
  size: number,
): Uint32Array {
  const offsets = sharedUint32(size + 1);
  let node = 0;
  let to = 0;
  let shift = 0;
  for (let edit = 0; edit < positions.length; edit++) {
    while (node < positions[edit]!) offsets[++to] = before[++node]! + shift;
    shift += gains[edit]!;
    if (isInserted[edit]) offsets[++to] = before[node]! + shift;
    else if (isRemoved[edit]) node++;
  }
  while (node + 1 < before.length) offsets[++to] = before[++node]! + shift;
  return offsets;
}

/** The index after a change of each node of before; of one that has gone, any. */
export function mergedIndexes(size: number, { positions, isRemoved, isInserted }: Edits): Uint32Array {
  const indexes = new Uint32Array(size);
  let node = 0;
  let shift = 0;
  for (let edit = 0; edit < positions.length; edit++) {
    for (; node < positions[edit]!; node++) indexes[node] = node + shift;
    shift += isInserted[edit]! - isRemoved[edit]!;
    if (isRemoved[edit]) node++;
  }
  for (; node < size; node++) indexes[node] = node + shift;
  return indexes;
}
