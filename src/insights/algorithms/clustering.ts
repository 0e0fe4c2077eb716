import { degreeOf, type Graph, nodeCount } from '../graph/graph';
import { triangles } from './triangles';

export interface Clustering {
  /** Of each node, the share of the pairs of its neighbours that are linked; 0 with fewer than two neighbours. */
  local: Float64Array;
  /** The mean of the local ones, zeros included (Watts and Strogatz 1998). 0 for an empty graph. */
  average: number;
  /** 3 × triangles / connected triples: the clustering of the graph as a whole. 0 without such a triple. */
  transitivity: number;
}

/**
 * How far neighbours of a node are neighbours of each other, unweighted. networkx.clustering, average_clustering and
 * transitivity. Where links were made out of groups (memberships, meetings of many) each group is a clique, and these
 * figures are inflated by that alone.
 */
export function clustering(graph: Graph): Clustering {
  const counts = triangles(graph);
  const local = new Float64Array(nodeCount(graph));
  let sum = 0;
  let closedTriples = 0;
  let triples = 0;
  for (let node = 0; node < local.length; node++) {
    const degree = degreeOf(graph, node);
    const pairs = (degree * (degree - 1)) / 2;
    local[node] = pairs === 0 ? 0 : counts[node]! / pairs;
    sum += local[node]!;
    closedTriples += counts[node]!;
    triples += pairs;
  }
  return {
    local,
    average: local.length === 0 ? 0 : sum / local.length,
    transitivity: triples === 0 ? 0 : closedTriples / triples,
  };
}
