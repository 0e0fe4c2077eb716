import { type Graph, nodeCount } from '../graph/graph';
import { BreadthFirst } from './breadth-first';
import { components } from './components';
import { choosePivots, type SampleOptions } from './pivots';
import type { Scores } from './scores';

/**
 * How near each node is to all that it reaches, unweighted: with r nodes reached besides itself, of n, and s the sum of
 * the distances to them, (r / s) × r / (n − 1) (Wasserman and Faust 1994). networkx.closeness_centrality. In graphs
 * above a limit s is estimated from the distances to random pivots of its component (Eppstein and Wang 2004).
 */
export function closeness(graph: Graph, options?: SampleOptions): Scores {
  const pivots = choosePivots(nodeCount(graph), options);
  const { sums, counts } = sumDistances(graph, pivots.nodes);
  const { groups, sizes } = components(graph);
  const values = sums.map((sum, node) => {
    const reachable = sizes[groups[node]!]! - 1;
    return wassermanFaust(reachable, counts[node] === 0 ? 0 : (sum / counts[node]!) * reachable, sums.length);
  });
  return {
    values,
    method: pivots.exact ? 'Wasserman and Faust' : 'Wasserman and Faust, seeded pivots',
    exact: pivots.exact,
    converged: true,
  };
}

/** The exact closeness of one node. */
export function closenessOf(graph: Graph, node: number): number {
  const search = new BreadthFirst(graph);
  search.searchFrom(node);
  let sum = 0;
  for (let i = 0; i < search.reachedCount; i++) sum += search.distances[search.reached[i]!]!;
  return wassermanFaust(search.reachedCount - 1, sum, nodeCount(graph));
}

const wassermanFaust = (reachable: number, sum: number, size: number): number =>
  sum === 0 ? 0 : ((reachable / sum) * reachable) / (size - 1);

/** Of each node, the sum of its distances to the pivots that reach it, other than itself, and their number. */
function sumDistances(graph: Graph, pivots: Uint32Array): { sums: Float64Array; counts: Uint32Array } {
  const sums = new Float64Array(nodeCount(graph));
  const counts = new Uint32Array(nodeCount(graph));
  const search = new BreadthFirst(graph);
  for (const pivot of pivots) {
    search.searchFrom(pivot);
    for (let i = 1; i < search.reachedCount; i++) {
      const node = search.reached[i]!;
      sums[node]! += search.distances[node]!;
      counts[node]!++;
    }
  }
  return { sums, counts };
}
