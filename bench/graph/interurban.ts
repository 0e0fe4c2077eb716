import { betweenness } from '../../src/insights/algorithms/betweenness';
import { components } from '../../src/insights/algorithms/components';
import { leiden } from '../../src/insights/algorithms/leiden/leiden';
import { modularity } from '../../src/insights/algorithms/modularity';
import { neighbourhood } from '../../src/insights/algorithms/neighbourhood';
import { pagerank } from '../../src/insights/algorithms/pagerank';
import { shortestPaths } from '../../src/insights/algorithms/paths/unweighted';
import { suggest } from '../../src/insights/algorithms/suggestions/suggest';
import { graphOfRecords } from '../../src/insights/graph/build';
import { collapse } from '../../src/insights/graph/collapse';
import { nodeCount } from '../../src/insights/graph/graph';
import { mergeLinks } from '../../src/insights/graph/merge';
import { medianTime, report, timed } from './measurement';
import { fileOfProcess, readRandomGraph } from './random-graph';

const records = readRandomGraph(fileOfProcess());
const { result: graph, time: build } = timed(() => graphOfRecords(records));
const changes = collapse({
  sources: Int32Array.from({ length: 1000 }, (_, i) => i * 7),
  targets: Int32Array.from({ length: 1000 }, (_, i) => i * 11 + 3),
});
const nodeAt = (question: number): number => (question * 7919) % nodeCount(graph);
const { result: communities, time: leidenTime } = timed(() => leiden(graph));

report({
  build,
  merge: timed(() => mergeLinks(graph, changes)).time,
  twoHops: medianTime((question) => neighbourhood(graph, nodeAt(question), 2)),
  path: medianTime((question) => shortestPaths(graph, nodeAt(question), nodeAt(question + 1))),
  pagerank: timed(() => pagerank(graph)).time,
  components: timed(() => components(graph)).time,
  leiden: leidenTime,
  modularity: modularity(graph, communities.groups),
  betweenness: timed(() => betweenness(graph, { exactLimit: 0, pivotCount: 50 })).time,
  suggestions: medianTime((question) => suggest(graph, nodeAt(question), 'ADAMIC_ADAR', 10)),
});
