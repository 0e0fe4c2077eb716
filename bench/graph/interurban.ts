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
import { degreeOf, type Graph, nodeCount } from '../../src/insights/graph/graph';
import { mergeLinks } from '../../src/insights/graph/merge';
import { SUGGESTED, sum, topTen } from './answers';
import { contend, nodeAt, type Performance, timed, timedEach } from './measurement';
import { CHANGES, type GraphFile, type RandomGraph, readRandomGraph } from './random-graph';

function measure(file: GraphFile): Performance {
  const random = readRandomGraph(file);
  const { result: graph, time: build } = timed(() => graphOfRecords(random.records));
  const merge = timed(() => merged(graph, random));
  const twoHops = timedEach((question) => neighbourhood(graph, nodeAt(question, file), 2).nodes.length);
  const path = timedEach(
    (question) => shortestPaths(graph, nodeAt(question, file), nodeAt(question + 1, file))[0]?.cost ?? 0,
  );
  const ranks = timed(() => pagerank(graph));
  const parts = timed(() => components(graph));
  const communitiesOf = (seed: number): Uint32Array => leiden(graph, { seed }).groups;
  const communities = timed(() => communitiesOf(file.seeds[0]!));
  const between = timed(() => betweenness(graph, { exactLimit: 0, pivotCount: file.pivots.length }));
  const suggestions = timedEach((question) => suggest(graph, nodeAt(question, file), 'ADAMIC_ADAR', 10));
  return {
    times: {
      build,
      merge: merge.time,
      twoHops: twoHops.time,
      path: path.time,
      pagerank: ranks.time,
      components: parts.time,
      leiden: communities.time,
      betweenness: between.time,
      suggestions: suggestions.time,
    },
    answers: {
      degreeSum: sum(degrees(graph)),
      mergedDegreeSum: sum(degrees(merge.result)),
      mergedDegreeSquares: sum(degrees(merge.result).map((degree) => degree ** 2)),
      twoHops: sum(twoHops.results),
      paths: sum(path.results),
      componentCount: parts.result.sizes.length,
      largestComponent: parts.result.sizes[0]!,
      pagerank: topTen(ranks.result.values),
      betweenness: topTen(between.result.values),
      suggestions: suggestions.results.slice(0, SUGGESTED).flatMap((items) => items.map(({ score }) => score)),
      communities: Array.from(communities.result),
      modularities: [communities.result, ...file.seeds.slice(1).map(communitiesOf)].map((groups) =>
        modularity(graph, groups)!,
      ),
    },
  };
}

function merged(graph: Graph, { added, removed }: RandomGraph): Graph {
  const join = (a: Int32Array, b: Int32Array): Int32Array => Int32Array.of(...a, ...b);
  const records = {
    sources: join(added.sources, removed.sources),
    targets: join(added.targets, removed.targets),
    // To tell them apart once they are ordered.
    days: new Int32Array(2 * CHANGES).fill(1, CHANGES),
  };
  const changes = collapse(records);
  changes.firstDays.forEach((day, change) => (changes.recordCounts[change] = 1 - day));
  return mergeLinks(graph, changes);
}

const degrees = (graph: Graph): number[] =>
  Array.from({ length: nodeCount(graph) }, (_, node) => degreeOf(graph, node));

contend('interurban', measure);
