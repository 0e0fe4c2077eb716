import { firstPlaceAbove, type Graph, linkCount, type LinkTable, nodeCount } from './graph';
import { sharedFloat64, sharedInt32 } from './shared-arrays';

/** The links of a graph as a table. */
export function linksOf(graph: Graph): LinkTable {
  const { ids, offsets, neighbours, weights } = graph;
  const size = linkCount(graph);
  const table = { sources: sharedInt32(size), targets: sharedInt32(size), weights: sharedFloat64(size) };
  let link = 0;
  for (let node = 0; node < nodeCount(graph); node++) {
    const end = offsets[node + 1]!;
    for (let place = firstPlaceAbove(graph, node); place < end; place++) {
      table.sources[link] = ids[node]!;
      table.targets[link] = ids[neighbours[place]!]!;
      table.weights[link] = weights[place]!;
      link++;
    }
  }
  return { ...table, ...graph.links };
}
