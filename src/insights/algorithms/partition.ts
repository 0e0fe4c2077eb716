import { gather } from '../graph/gather';

/** A division of the nodes into groups, 0 to groupCount − 1. */
export interface Partition {
  /** The group of each node. */
  readonly groups: Uint32Array;
  /** The number of nodes of each group. */
  readonly sizes: Uint32Array;
}

/** Labels by which each node is a group of its own. */
export function singletons(size: number): Uint32Array {
  const labels = new Uint32Array(size);
  for (let node = 0; node < size; node++) labels[node] = node;
  return labels;
}

/**
 * The same division with the groups numbered in one way only: the largest first, ties by their lowest node.
 * @param labels The group of each node, by numbers below the number of nodes.
 */
export function canonicalPartition(labels: Uint32Array): Partition {
  const sizeOf = new Uint32Array(labels.length);
  // Stable: groups of a size stay in order of their lowest node.
  const ordered = countMembers(labels, sizeOf).sort((a, b) => sizeOf[b]! - sizeOf[a]!);
  const groupOf = new Uint32Array(labels.length);
  ordered.forEach((label, group) => (groupOf[label] = group));
  return { groups: gather(groupOf, labels), sizes: Uint32Array.from(ordered, (label) => sizeOf[label]!) };
}

/** @returns The labels that there are, in the order of their lowest node. */
function countMembers(labels: Uint32Array, sizeOf: Uint32Array): number[] {
  const seen: number[] = [];
  const size = labels.length;
  for (let node = 0; node < size; node++) {
    const label = labels[node]!;
    if (sizeOf[label]!++ === 0) seen.push(label);
  }
  return seen;
}

/** The nodes of a group, ascending. */
export function membersOf({ groups }: Partition, group: number): number[] {
  const members: number[] = [];
  for (let node = 0; node < groups.length; node++) if (groups[node] === group) members.push(node);
  return members;
}
