import fs from 'node:fs';
import path from 'node:path';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import pagerank from 'graphology-metrics/centrality/pagerank';
import { bidirectional } from 'graphology-shortest-path';
import { seededRandom } from '../../src/insights/algorithms/random';
import { PROJECT_ROOT } from '../../src/project-root';
import { sum, topTen } from './answers';
import { contend, nodeAt, type Performance, timed, timedEach } from './measurement';
import { type GraphFile, type RandomGraph, readRandomGraph } from './random-graph';

const { version } = JSON.parse(
  fs.readFileSync(path.join(PROJECT_ROOT, 'node_modules/graphology/package.json'), 'utf8'),
) as { version: string };

function measure(file: GraphFile): Performance {
  const random = readRandomGraph(file);
  const { result: graph, time: build } = timed(() => built(file, random));
  const twoHops = timedEach((question) => countWithinTwoHops(graph, nodeAt(question, file)));
  const paths = timedEach((question) => bidirectional(graph, nodeAt(question, file), nodeAt(question + 1, file)));
  // Its tolerance is per node, as networkx's is.
  const ranks = timed(() =>
    pagerank(graph, { tolerance: 1e-9 / file.nodeCount, maxIterations: 200, getEdgeWeight: null }),
  );
  const parts = timed(() => connectedComponents(graph));
  const communitiesOf = (seed: number) => louvain.detailed(graph, { rng: seededRandom(seed) });
  const communities = timed(() => communitiesOf(file.seeds[0]!));
  const others = file.seeds.slice(1).map(communitiesOf);
  const degreeSum = sum(degrees(graph));
  const merge = timed(() => mergeInto(graph, random));
  return {
    times: {
      build,
      twoHops: twoHops.time,
      path: paths.time,
      pagerank: ranks.time,
      components: parts.time,
      leiden: communities.time,
      merge: merge.time,
      betweenness: null,
      suggestions: null,
    },
    answers: {
      degreeSum,
      mergedDegreeSum: sum(degrees(graph)),
      mergedDegreeSquares: sum(degrees(graph).map((degree) => degree ** 2)),
      twoHops: sum(twoHops.results),
      paths: sum(paths.results.map((nodes) => (nodes ? nodes.length - 1 : 0))),
      componentCount: parts.result.length,
      largestComponent: parts.result.reduce((largest, { length }) => Math.max(largest, length), 0),
      pagerank: topTen(byNode(ranks.result)),
      betweenness: null,
      suggestions: null,
      communities: byNode(communities.result.communities),
      modularities: [communities.result, ...others].map(({ modularity }) => modularity),
    },
  };

  function byNode(values: Record<string, number>): number[] {
    return Array.from({ length: file.nodeCount }, (_, node) => values[node]!);
  }
}

function built({ nodeCount }: GraphFile, { records: { sources, targets, weights } }: RandomGraph): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodeCount; node++) graph.addNode(node);
  for (let link = 0; link < sources.length; link++)
    graph.addEdge(sources[link], targets[link], { weight: weights[link] });
  return graph;
}

function countWithinTwoHops(graph: UndirectedGraph, centre: number): number {
  const found = new Set([String(centre)]);
  graph.forEachNeighbor(centre, (near) => {
    found.add(near);
    graph.forEachNeighbor(near, (far) => found.add(far));
  });
  return found.size;
}

function mergeInto(graph: UndirectedGraph, { added, removed }: RandomGraph): void {
  added.sources.forEach((source, i) => graph.addEdge(source, added.targets[i], { weight: 1 }));
  removed.sources.forEach((source, i) => graph.dropEdge(source, removed.targets[i]));
}

const degrees = (graph: UndirectedGraph): number[] => graph.mapNodes((node) => graph.degree(node));

contend(`graphology ${version}`, measure);
