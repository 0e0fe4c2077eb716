import { degreeOf, type Graph } from '../graph/graph';

/** How far the neighbours of a node depend on one another, unweighted (Burt 1992). */
export interface Brokerage {
  /**
   * How much all of a node's ties lead back to one another: Σ over neighbours v of (p_uv + Σ_w p_uw p_wv)², with p_uv =
   * 1 / degree of u for a neighbour v. Low for a broker, who links what is not linked otherwise. networkx.constraint.
   */
  constraint: number;
  /**
   * The number of neighbours less the mean number of ties that each has to the others (Borgatti 1997): from 1, where
   * all know each other, to the degree. networkx.effective_size.
   */
  effectiveSize: number;
}

export function brokerage(graph: Graph, node: number): Brokerage {
  const { offsets, neighbours } = graph;
  const degree = degreeOf(graph, node);
  // Of each neighbour v, the sum of p_wv over the neighbours w that it shares with the node.
  const indirect = new Map<number, number>();
  for (let place = offsets[node]!; place < offsets[node + 1]!; place++) indirect.set(neighbours[place]!, 0);
  let ties = 0;
  for (const shared of indirect.keys()) {
    for (let place = offsets[shared]!; place < offsets[shared + 1]!; place++) {
      const sum = indirect.get(neighbours[place]!);
      if (sum === undefined) continue;
      indirect.set(neighbours[place]!, sum + 1 / degreeOf(graph, shared));
      ties++;
    }
  }
  let constraint = 0;
  for (const sum of indirect.values()) constraint += ((1 + sum) / degree) ** 2;
  return { constraint, effectiveSize: degree - ties / degree };
}
