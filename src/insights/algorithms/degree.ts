import { degreeOf, DOWNWARDS, firstPlaceAbove, type Graph, linkNumber, nodeCount, UPWARDS } from '../graph/graph';

/** The degree of each node: the number of its neighbours. Not normalised: networkx.Graph.degree. */
export function degrees(graph: Graph): Uint32Array {
  const result = new Uint32Array(nodeCount(graph));
  for (let node = 0; node < result.length; node++) result[node] = degreeOf(graph, node);
  return result;
}

/** The strength of each node: the sum of its links' weights. networkx.Graph.degree(weight="weight"). */
export function strengths({ ids, offsets, weights }: Graph): Float64Array {
  const result = new Float64Array(ids.length);
  for (let node = 0; node < result.length; node++) {
    const end = offsets[node + 1]!;
    let sum = 0;
    for (let place = offsets[node]!; place < end; place++) sum += weights[place]!;
    result[node] = sum;
  }
  return result;
}

/**
 * The in-degree and out-degree of each node: of how many neighbours, and to how many, records run. Undirected links
 * count for neither. networkx.DiGraph.in_degree and out_degree.
 */
export function directedDegrees(graph: Graph): { inDegrees: Uint32Array; outDegrees: Uint32Array } {
  const inDegrees = new Uint32Array(nodeCount(graph));
  const outDegrees = new Uint32Array(nodeCount(graph));
  for (let lower = 0; lower < nodeCount(graph); lower++) {
    for (let place = firstPlaceAbove(graph, lower); place < graph.offsets[lower + 1]!; place++) {
      const higher = graph.neighbours[place]!;
      const direction = graph.links.directions[linkNumber(graph, lower, place)]!;
      if (direction & UPWARDS) {
        outDegrees[lower]!++;
        inDegrees[higher]!++;
      }
      if (direction & DOWNWARDS) {
        outDegrees[higher]!++;
        inDegrees[lower]!++;
      }
    }
  }
  return { inDegrees, outDegrees };
}
