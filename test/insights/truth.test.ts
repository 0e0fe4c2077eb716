import path from 'node:path';
import {
  categoricalAssortativity,
  degreeAssortativity,
  numericAssortativity,
} from '../../src/insights/algorithms/assortativity';
import { betweenness } from '../../src/insights/algorithms/betweenness';
import { cutPoints } from '../../src/insights/algorithms/bridges';
import { brokerage } from '../../src/insights/algorithms/brokerage';
import { closeness, closenessOf } from '../../src/insights/algorithms/closeness';
import { clustering } from '../../src/insights/algorithms/clustering';
import { components } from '../../src/insights/algorithms/components';
import { coreNumbers } from '../../src/insights/algorithms/core-numbers';
import { averageDegree, density } from '../../src/insights/algorithms/counts';
import { degrees, strengths } from '../../src/insights/algorithms/degree';
import { eigenvector } from '../../src/insights/algorithms/eigenvector';
import { modularity } from '../../src/insights/algorithms/modularity';
import { pagerank } from '../../src/insights/algorithms/pagerank';
import { shortestPaths } from '../../src/insights/algorithms/paths/unweighted';
import { shortestWeightedPaths } from '../../src/insights/algorithms/paths/weighted';
import { linksAmong } from '../../src/insights/algorithms/subgraph';
import { personalisedPageRank } from '../../src/insights/algorithms/suggestions/personalised-pagerank';
import { suggest, SUGGESTION_METHODS } from '../../src/insights/algorithms/suggestions/suggest';
import { triangles } from '../../src/insights/algorithms/triangles';
import { type Graph, linkCount, nodeCount } from '../../src/insights/graph/graph';
import { python, testWithNetworkx } from '../support/python';
import { graphFromLinks } from './graphs';
import { type Truth, TRUTHS } from './truth';

const DIGITS = 9;
const nodesOf = (graph: Graph): number[] => [...graph.ids.keys()];

describe.each(TRUTHS)('%s: as networkx finds', (_, truth) => {
  const graph = graphFromLinks(truth.links);
  const { whole } = truth;

  test('nodes and links', () => {
    expect([nodeCount(graph), linkCount(graph)]).toEqual([truth.nodeCount, truth.links.length]);
  });

  test.each(Object.entries(figuresOf(graph)))('%s', (name, figure) => {
    expectClose(figure(), whole[name as keyof Truth['whole']] as number | null);
  });

  test.each(Object.entries(figuresByNode(graph)))('%s of each node', (name, figures) => {
    const step = truth.nodeCount > 100 ? 37 : 1;
    const values = Array.from(figures()).filter((__, node) => node % step === 0);
    expect(values).toHaveLength(truth.byNode[name]!.length);
    values.forEach((value, i) => expect(value).toBeCloseTo(truth.byNode[name]![i]!, DIGITS));
  });

  test('components', () => {
    expect([...components(graph).sizes]).toEqual(whole.componentSizes);
  });

  test('bridges and articulation points', () => {
    const { isBridge, isArticulation } = cutPoints(graph);
    const bridges = linksAmong(graph, nodesOf(graph)).filter(({ link }) => isBridge[link]);
    expect(bridges.map(({ lower, higher }) => [lower, higher])).toEqual(whole.bridges);
    expect(nodesOf(graph).filter((node) => isArticulation[node])).toEqual(whole.articulationPoints);
  });

  test('all shortest paths between two nodes', () => {
    const { target, paths, weightedPaths, weightedCost } = truth.paths;
    expect(shortestPaths(graph, 0, target, 1000).map(({ nodes }) => nodes)).toEqual(paths);
    const weighted = shortestWeightedPaths(graph, 0, target, 1000);
    expect(weighted.map(({ nodes }) => nodes)).toEqual(weightedPaths);
    if (weightedCost !== null) expect(weighted[0]!.cost).toBeCloseTo(weightedCost, DIGITS);
  });

  test.each(SUGGESTION_METHODS.filter((method) => method in truth.suggestions))('%s', (method) => {
    const suggested = suggest(graph, 0, method, 10);
    expect(suggested.map(({ node }) => node)).toEqual(truth.suggestions[method]!.map(([node]) => node));
    suggested.forEach(({ score }, i) => expect(score).toBeCloseTo(truth.suggestions[method]![i]![1], DIGITS));
  });
});

function expectClose(value: number | null, expected: number | null): void {
  if (expected === null || value === null) expect(value).toBe(expected);
  else expect(value).toBeCloseTo(expected, DIGITS);
}

/** By the names that truth.json gives them. */
function figuresOf(graph: Graph): Record<string, () => number | null> {
  const groups = Uint32Array.from(graph.ids.keys(), (node) => node % 3);
  return {
    density: () => density(graph),
    averageDegree: () => averageDegree(graph),
    transitivity: () => clustering(graph).transitivity,
    averageClustering: () => clustering(graph).average,
    degreeAssortativity: () => degreeAssortativity(graph).coefficient,
    categoricalAssortativity: () => {
      const categories = Int32Array.from(groups, (group, node) => (node % 5 === 0 ? -1 : group));
      return categoricalAssortativity(graph, categories).coefficient;
    },
    numericAssortativity: () => {
      const values = nodesOf(graph).map((node) => (node % 5 === 0 ? NaN : (node * 7) % 11));
      return numericAssortativity(graph, values).coefficient;
    },
    modularity: () => modularity(graph, groups, { weighted: false }),
    weightedModularity: () => modularity(graph, groups, { resolution: 1.5 }),
  };
}

function figuresByNode(graph: Graph): Record<string, () => ArrayLike<number>> {
  const patient = { maxIterations: 100_000 };
  return {
    degree: () => degrees(graph),
    strength: () => strengths(graph),
    triangles: () => triangles(graph),
    clustering: () => clustering(graph).local,
    coreNumber: () => coreNumbers(graph),
    betweenness: () => betweenness(graph).values,
    closeness: () => closeness(graph).values,
    eigenvector: () => eigenvector(graph, patient).values,
    weightedEigenvector: () => eigenvector(graph, { ...patient, weighted: true }).values,
    pagerank: () => pagerank(graph).values,
    weightedPagerank: () => pagerank(graph, { weighted: true }).values,
    personalisedPagerank: () => {
      const shares = personalisedPageRank(graph, 0, { tolerance: 1e-13 });
      return nodesOf(graph).map((node) => shares.get(node) ?? 0);
    },
    constraint: () => nodesOf(graph).map((node) => brokerage(graph, node).constraint),
    effectiveSize: () => nodesOf(graph).map((node) => brokerage(graph, node).effectiveSize),
  };
}

test('the closeness of one node is that of all', () => {
  const graph = graphFromLinks(TRUTHS[0]![1].links);
  expect(nodesOf(graph).map((node) => closenessOf(graph, node))).toEqual([...closeness(graph).values]);
});

testWithNetworkx('numpy', 'scipy')(
  'networkx, where it is installed, says what truth.json says',
  async () => {
    const printed = JSON.parse(await python(path.join(__dirname, 'truth.py'), {})) as object;
    let count = 0;
    for (const [found, expected, place] of leaves(printed, Object.fromEntries(TRUTHS))) {
      count++;
      const isNear = found === expected || Math.abs(Number(found) - Number(expected)) < 1e-9;
      if (!isNear || typeof found !== typeof expected) throw new Error(`${place}: ${found} instead of ${expected}`);
    }
    expect(count).toBeGreaterThan(7000);
  },
  120_000,
);

type Leaf = number | null | undefined;

/** What two values of one shape have at each place. */
function* leaves(one: unknown, other: unknown, place = ''): Generator<[Leaf, Leaf, string]> {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    yield [one as Leaf, other as Leaf, place];
  else
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* leaves(one[key as never], other[key as never], `${place}.${key}`);
}
