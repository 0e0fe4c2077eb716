import type { RecordList } from './record-list';

/** Groups of cities that did something together, one at each position of `days` and of `offsets`. */
export interface Groups {
  /** The members of group g are members[offsets[g]] to members[offsets[g + 1] − 1]: ids, each once. */
  readonly offsets: Uint32Array;
  readonly members: Int32Array;
  /** When each came together: days since 1970-01-01, or UNDATED. */
  readonly days: Int32Array;
}

/**
 * A record for each pair of members of a group, with the weight 1 / (k − 1) where the group has k members, so that a
 * member's links of one group sum up to 1 (Newman 2001). networkx.bipartite.collaboration_weighted_projected_graph.
 * @param isKept Whether a member takes part. Those who do not count for k all the same.
 */
export function pairGroup(
  { offsets, members, days }: Groups,
  group: number,
  isKept: (member: number) => boolean,
  into: RecordList,
): void {
  const start = offsets[group]!;
  const end = offsets[group + 1]!;
  const weight = 1 / (end - start - 1);
  for (let i = start; i < end; i++) {
    if (!isKept(members[i]!)) continue;
    for (let j = i + 1; j < end; j++) if (isKept(members[j]!)) into.add(members[i]!, members[j]!, weight, days[group]!);
  }
}
