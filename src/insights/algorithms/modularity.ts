import type { Graph } from '../graph/graph';

export interface ModularityOptions {
  /** Above 1 smaller communities count for more; 1 by default. */
  resolution?: number;
  /** Whether links count by their weight; true by default. */
  weighted?: boolean;
}

/**
 * How much more of the weight of links lies within groups than by chance: Σ over groups of L / m − resolution ×
 * (K / 2m)², with L the weight within, K the sum of strengths, m all weight (Newman and Girvan 2004; Reichardt and
 * Bornholdt 2006). networkx.community.modularity. Null for an empty graph.
 * @param groups The group of each node, by numbers below the number of nodes.
 */
export function modularity(
  { ids, offsets, neighbours, weights }: Graph,
  groups: Uint32Array,
  { resolution = 1, weighted = true }: ModularityOptions = {},
): number | null {
  if (ids.length === 0) return null;
  // Each link is seen from both ends, so these are 2L, K and 2m.
  const within = new Float64Array(ids.length);
  const strength = new Float64Array(ids.length);
  let total = 0;
  for (let node = 0; node < ids.length; node++) {
    const group = groups[node]!;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
      const weight = weighted ? weights[place]! : 1;
      strength[group]! += weight;
      total += weight;
      if (groups[neighbours[place]!] === group) within[group]! += weight;
    }
  }
  let sum = 0;
  for (let group = 0; group < ids.length; group++)
    sum += within[group]! / total - resolution * (strength[group]! / total) ** 2;
  return sum;
}
