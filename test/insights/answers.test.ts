import { categoricalAssortativity, numericAssortativity } from '../../src/insights/algorithms/assortativity';
import { betweenness } from '../../src/insights/algorithms/betweenness';
import { closeness } from '../../src/insights/algorithms/closeness';
import { eigenvector } from '../../src/insights/algorithms/eigenvector';
import { leiden } from '../../src/insights/algorithms/leiden/leiden';
import { neighbourhood } from '../../src/insights/algorithms/neighbourhood';
import { pagerank } from '../../src/insights/algorithms/pagerank';
import { shortestWeightedPaths } from '../../src/insights/algorithms/paths/weighted';
import { rank } from '../../src/insights/algorithms/ranking';
import { countWithin, linksAmong, topNodes } from '../../src/insights/algorithms/subgraph';
import { commonNeighbours, suggest, SUGGESTION_METHODS } from '../../src/insights/algorithms/suggestions/suggest';
import { timeline, undatedLinkCount } from '../../src/insights/algorithms/timeline';
import { graphOfRecords } from '../../src/insights/graph/build';
import { nodeOf, UNDATED } from '../../src/insights/graph/graph';
import { graphFromLinks, ring } from './graphs';
import { TRUTHS } from './truth';

const karate = graphFromLinks(TRUTHS[0]![1].links);
const grid = graphFromLinks(TRUTHS.find(([name]) => name.includes('grid'))![1].links);

test('equal scores share a rank, to 12 digits, and the lower node comes first', () => {
  const ranked = rank([0.1 + 0.2, 5, 0.3, 0.2999], 4);
  expect(ranked).toEqual([
    { rank: 1, node: 1, score: 5 },
    { rank: 2, node: 0, score: 0.3 },
    { rank: 2, node: 2, score: 0.3 },
    { rank: 4, node: 3, score: 0.2999 },
  ]);
  expect(rank([1, 2, 3], 2).map(({ node }) => node)).toEqual([2, 1]);
});

describe('samples say so', () => {
  const sampled = { exactLimit: 100, pivotCount: 200 };

  test('betweenness from pivots is near the exact one, and the same for the same seed', () => {
    const exact = betweenness(grid);
    const estimate = betweenness(grid, sampled);
    expect([exact.exact, estimate.exact]).toEqual([true, false]);
    exact.values.forEach((value, node) => expect(Math.abs(estimate.values[node]! - value)).toBeLessThan(0.01));
    expect(betweenness(grid, sampled)).toEqual(estimate);
    expect(betweenness(grid, { ...sampled, seed: 7 }).values).not.toEqual(estimate.values);
  });

  test('so is closeness', () => {
    const exact = closeness(grid);
    const estimate = closeness(grid, sampled);
    expect([exact.exact, estimate.exact]).toEqual([true, false]);
    exact.values.forEach((value, node) => expect(Math.abs(estimate.values[node]! / value - 1)).toBeLessThan(0.1));
  });

  test('with all nodes as pivots the estimate is exact', () => {
    expect(betweenness(karate, { exactLimit: 10, pivotCount: 34 })).toEqual(betweenness(karate));
  });
});

test('an iteration that is ended early has not converged', () => {
  expect([pagerank(karate).converged, pagerank(karate, { maxIterations: 3 }).converged]).toEqual([true, false]);
  expect([eigenvector(karate).converged, eigenvector(karate, { maxIterations: 3 }).converged]).toEqual([true, false]);
});

test('a higher resolution makes more communities', () => {
  const count = (resolution: number) => leiden(karate, { resolution }).sizes.length;
  expect(count(0.1)).toBe(1);
  expect(count(1)).toBe(4);
  expect(count(5)).toBeGreaterThan(8);
});

test('assortativity leaves out what is unknown, counts it, and is null where all are alike', () => {
  const graph = graphFromLinks([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
  expect(categoricalAssortativity(graph, Int32Array.of(1, 1, 2, 2, -1))).toEqual({
    coefficient: expect.closeTo(1 / 3, 12),
    unknownCount: 1,
  });
  expect(numericAssortativity(graph, [NaN, 3, 3, 3, NaN])).toEqual({ coefficient: null, unknownCount: 2 });
  expect(numericAssortativity(graph, Array<number>(5).fill(NaN))).toEqual({ coefficient: null, unknownCount: 5 });
});

describe('a neighbourhood', () => {
  test('goes as deep as asked, the nearest first', () => {
    expect(neighbourhood(graphFromLinks(ring(8)), 0, 2)).toEqual({
      nodes: [0, 1, 7, 2, 6],
      distances: [0, 1, 1, 2, 2],
      omittedCount: 0,
    });
  });

  test('is cut at the limit: the centre stays, then those of highest degree', () => {
    const { nodes, omittedCount } = neighbourhood(karate, 0, 2, 5);
    expect(nodes).toEqual([0, 2, 1, 3, 31]);
    expect(omittedCount).toBe(26 - 5);
  });
});

test('the most connected nodes, ties by id, and every link among them', () => {
  expect(topNodes(karate, 4)).toEqual([33, 0, 32, 2]);
  expect(linksAmong(karate, [33, 0, 32, 2]).map(({ lower, higher }) => [lower, higher])).toEqual([
    [0, 2],
    [2, 32],
    [32, 33],
  ]);
});

test('as many nodes as have no more links among them, in all layers together', () => {
  // A layer may have fewer nodes, and so other numbers for the same ids.
  const part = graphFromLinks(TRUTHS[0]![1].links.filter(([from, to]) => from > 4 && to > 4));
  const ids = topNodes(karate, 34).map((node) => karate.ids[node]!);
  for (const layers of [[karate], [karate, karate], [karate, part]]) {
    const count = (nodes: readonly number[]) =>
      layers.reduce(
        (sum, layer) =>
          sum +
          linksAmong(
            layer,
            nodes.flatMap((id) => nodeOf(layer, id) ?? []),
          ).length,
        0,
      );
    for (const limit of [1, 2, 3, 20, 77, 78, 155, 156, 1000]) {
      const fitting = countWithin(layers, ids, limit);
      expect(count(ids.slice(0, fitting))).toBeLessThanOrEqual(limit);
      if (fitting < ids.length) expect(count(ids.slice(0, fitting + 1))).toBeGreaterThan(limit);
    }
    expect(countWithin(layers, ids, count(ids))).toBe(ids.length);
    expect(countWithin(layers, ids, count(ids) - 1)).toBeLessThan(ids.length);
  }
});

test('strong ties are near: the weighted path takes more links', () => {
  const graph = graphFromLinks([
    [0, 3, 0.1],
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 2],
  ]);
  expect(shortestWeightedPaths(graph, 0, 3, 5)).toEqual([{ nodes: [0, 1, 2, 3], cost: 2.5 }]);
});

describe('suggestions', () => {
  test.each(SUGGESTION_METHODS)('%s leaves out present neighbours, and explains itself by common ones', (method) => {
    const suggested = suggest(karate, 0, method, 5);
    expect(suggested).toHaveLength(5);
    for (const { node } of suggested) {
      expect(commonNeighbours(karate, 0, node)).not.toEqual([]);
      expect(linksAmong(karate, [0, node])).toEqual([]);
    }
  });

  test('a node without others two links away gets none', () => {
    expect(suggest(graphFromLinks(ring(3)), 0, 'JACCARD', 5)).toEqual([]);
  });
});

describe('the timeline', () => {
  const day = (date: string): number => Date.parse(date) / 86_400_000;
  const graph = graphOfRecords({
    sources: Int32Array.of(1, 1, 2, 3, 4),
    targets: Int32Array.of(2, 2, 3, 4, 5),
    days: Int32Array.of(day('2021-05-02'), day('1969-12-31'), day('1972-01-01'), UNDATED, day('1970-02-01')),
  });

  test('counts each link in the year of its first record, and no year is missing', () => {
    expect(timeline(graph, 'YEAR')).toEqual([
      { day: day('1969-01-01'), newLinks: 1, totalLinks: 1, nodeCount: 2 },
      { day: day('1970-01-01'), newLinks: 1, totalLinks: 2, nodeCount: 4 },
      { day: day('1971-01-01'), newLinks: 0, totalLinks: 2, nodeCount: 4 },
      { day: day('1972-01-01'), newLinks: 1, totalLinks: 3, nodeCount: 5 },
    ]);
    expect(undatedLinkCount(graph)).toBe(1);
  });

  test('by month', () => {
    const points = timeline(graph, 'MONTH');
    expect(points).toHaveLength(26);
    expect(points[2]).toEqual({ day: day('1970-02-01'), newLinks: 1, totalLinks: 2, nodeCount: 4 });
  });

  test('is empty without dates', () => expect(timeline(graphFromLinks(ring(4)), 'YEAR')).toEqual([]));
});
