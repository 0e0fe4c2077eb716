import { singletons } from '../partition';
import { type Level, sumsOf, Tally } from './level';

/**
 * Splits each community into subsets that are well connected, out of single nodes: a node that is still alone joins the
 * subset of its community where modularity gains most. Only nodes and subsets that are well connected to the rest of
 * their community take part, so what becomes a node of the next level hangs together (Traag and others 2019). Of the
 * subsets that gain, the best is taken, as in leidenalg; the paper draws one.
 * @param order Of all nodes, at random.
 * @returns The subset of each node, by the number of one of its nodes.
 */
export function refine(level: Level, communities: Uint32Array, resolution: number, order: Uint32Array): Uint32Array {
  const { offsets, neighbours, weights, strengths } = level;
  const size = strengths.length;
  const scale = resolution / level.total;
  const communityStrengths = sumsOf(strengths, communities, size);
  const subsets = singletons(size);
  const subsetStrengths = strengths.slice();
  // The weight of the links from each subset to the rest of its community.
  const outward = weightWithin(level, communities);
  const isAlone = new Uint8Array(size).fill(1);
  const linked = new Tally(size);
  for (let turn = 0; turn < size; turn++) {
    const node = order[turn]!;
    const community = communities[node]!;
    const total = communityStrengths[community]!;
    if (!isAlone[node] || !isWellConnected(outward[node]!, scale, strengths[node]!, total)) continue;
    const end = offsets[node + 1]!;
    for (let place = offsets[node]!; place < end; place++) {
      const neighbour = neighbours[place]!;
      if (communities[neighbour] === community) linked.add(subsets[neighbour]!, weights[place]!);
    }
    const expected = scale * strengths[node]!;
    let best = node;
    let bestGain = 0;
    for (let i = 0; i < linked.count; i++) {
      const subset = linked.keys[i]!;
      const strength = subsetStrengths[subset]!;
      const gain = linked.sums[subset]! - expected * strength;
      if (gain <= bestGain || !isWellConnected(outward[subset]!, scale, strength, total)) continue;
      best = subset;
      bestGain = gain;
    }
    if (best !== node) {
      subsets[node] = best;
      isAlone[best] = 0;
      subsetStrengths[best]! += strengths[node]!;
      outward[best]! += outward[node]! - 2 * linked.sums[best]!;
    }
    linked.clear();
  }
  return subsets;
}

/** Whether a subset has as much weight to the rest of its community as chance would give it. @param total Of the community's strengths. */
const isWellConnected = (outward: number, scale: number, strength: number, total: number): boolean =>
  outward >= scale * strength * (total - strength);

/** Of each node, the weight of its links within its community. */
function weightWithin({ offsets, neighbours, weights, strengths }: Level, communities: Uint32Array): Float64Array {
  const result = new Float64Array(strengths.length);
  for (let node = 0; node < result.length; node++) {
    const end = offsets[node + 1]!;
    let sum = 0;
    for (let place = offsets[node]!; place < end; place++)
      if (communities[neighbours[place]!] === communities[node]) sum += weights[place]!;
    result[node] = sum;
  }
  return result;
}
