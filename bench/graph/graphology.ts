import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import pagerank from 'graphology-metrics/centrality/pagerank';
import { bidirectional } from 'graphology-shortest-path';
import { medianTime, report, timed } from './measurement';
import { fileOfProcess, readRandomGraph } from './random-graph';

const file = fileOfProcess();
const { sources, targets, weights } = readRandomGraph(file);
const { result: graph, time: build } = timed(() => {
  const built = new UndirectedGraph();
  for (let node = 0; node < file.nodeCount; node++) built.addNode(node);
  for (let link = 0; link < file.linkCount; link++)
    built.addEdge(sources[link], targets[link], { weight: weights[link] });
  return built;
});

const nodeAt = (question: number): number => (question * 7919) % file.nodeCount;

function twoHops(centre: number): number {
  const found = new Set([String(centre)]);
  graph.forEachNeighbor(centre, (near) => {
    found.add(near);
    graph.forEachNeighbor(near, (far) => found.add(far));
  });
  return found.size;
}

function merge(): void {
  for (let i = 0; i < 1000; i++) {
    const [source, target] = [i * 7, i * 11 + 3];
    if (source !== target) graph.mergeEdge(source, target, { weight: 1 });
  }
}

const { result: communities, time: louvainTime } = timed(() => louvain.detailed(graph));

report({
  build,
  twoHops: medianTime((question) => twoHops(nodeAt(question))),
  path: medianTime((question) => bidirectional(graph, nodeAt(question), nodeAt(question + 1))),
  // Its tolerance is per node, as networkx's is.
  pagerank: timed(() => pagerank(graph, { tolerance: 1e-9 / file.nodeCount, maxIterations: 200, getEdgeWeight: null }))
    .time,
  components: timed(() => connectedComponents(graph)).time,
  leiden: louvainTime,
  modularity: communities.modularity,
  betweenness: null,
  suggestions: null,
  merge: timed(merge).time,
});
