import fc from 'fast-check';
import { betweenness } from '../../src/insights/algorithms/betweenness';
import { closeness } from '../../src/insights/algorithms/closeness';
import { clustering } from '../../src/insights/algorithms/clustering';
import { components } from '../../src/insights/algorithms/components';
import { coreNumbers } from '../../src/insights/algorithms/core-numbers';
import { degrees, strengths } from '../../src/insights/algorithms/degree';
import { leiden } from '../../src/insights/algorithms/leiden/leiden';
import { modularity } from '../../src/insights/algorithms/modularity';
import { pagerank } from '../../src/insights/algorithms/pagerank';
import { canonicalPartition, type Partition } from '../../src/insights/algorithms/partition';
import { shortestPaths } from '../../src/insights/algorithms/paths/unweighted';
import { shortestWeightedPaths } from '../../src/insights/algorithms/paths/weighted';
import { graphOf } from '../../src/insights/graph/build';
import { collapse } from '../../src/insights/graph/collapse';
import { degreeOf, type Graph, linkCount, type LinkTable, nodeCount, placeOf } from '../../src/insights/graph/graph';
import { linksOf } from '../../src/insights/graph/links';
import { mergeLinks } from '../../src/insights/graph/merge';
import { significant } from '../../src/insights/graph/significant';
import { graphFromLinks, idOf, type Link, recordsOf } from './graphs';

const SIZE = 14;
const node = fc.nat({ max: SIZE - 1 });
const weight = fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10);
const links = fc.array(fc.tuple(node, node, weight), { maxLength: 40 }) as fc.Arbitrary<Link[]>;

const holds = (property: (graph: Graph, links: readonly Link[]) => void): void =>
  fc.assert(fc.property(links, (some) => property(graphFromLinks(some), some)));

test('degrees and strengths sum up to two for each link', () =>
  holds((graph) => {
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    expect(sum(degrees(graph))).toBe(2 * linkCount(graph));
    expect(sum(strengths(graph))).toBeCloseTo(2 * sum(linksOf(graph).weights), 9);
  }));

test('a link is seen from both ends, rows ascend, no node is without a link', () =>
  holds((graph) => {
    for (let a = 0; a < nodeCount(graph); a++) {
      expect(degreeOf(graph, a)).toBeGreaterThan(0);
      for (let place = graph.offsets[a]!; place < graph.offsets[a + 1]!; place++) {
        const b = graph.neighbours[place]!;
        expect(b).not.toBe(a);
        if (place > graph.offsets[a]!) expect(b).toBeGreaterThan(graph.neighbours[place - 1]!);
        expect(graph.weights[placeOf(graph, b, a)!]).toBe(graph.weights[place]);
      }
    }
  }));

test('a graph is the graph of its links', () => holds((graph) => expect(graphOf(linksOf(graph))).toEqual(graph)));

describe('relabelled nodes keep their figures', () => {
  // Another order of all numbers.
  const renumber = (number: number): number => (number * 5 + 3) % SIZE;
  test.each<[string, (graph: Graph) => ArrayLike<number>]>([
    ['degree', degrees],
    ['core number', coreNumbers],
    ['clustering', (graph) => clustering(graph).local],
    ['betweenness', (graph) => betweenness(graph).values],
    ['closeness', (graph) => closeness(graph).values],
    ['PageRank', (graph) => pagerank(graph, { weighted: true }).values],
  ])('%s', (_, figure) =>
    holds((graph, some) => {
      const other = graphFromLinks(some.map(([a, b, w]) => [renumber(a), renumber(b), w]));
      const valuesByNumber = (of: Graph): Map<number, number> => {
        const values = figure(of);
        return new Map(Array.from(of.ids, (id, i) => [(id - 5) / 3, values[i]!]));
      };
      const renumbered = valuesByNumber(other);
      for (const [number, value] of valuesByNumber(graph))
        expect(significant(renumbered.get(renumber(number))!)).toBeCloseTo(significant(value), 9);
    }),
  );
});

test('a merged delta is what a rebuild gives', () =>
  fc.assert(
    fc.property(links, links, (before, after) => {
      const graph = graphFromLinks(before);
      expect(mergeLinks(graph, changesFrom(linksOf(graph), collapse(recordsOf(after))))).toEqual(graphFromLinks(after));
    }),
  ));

test('… of a few changes to a graph whose rows are long, too', () => {
  const pair = fc.tuple(fc.nat({ max: 119 }), fc.nat({ max: 119 })).filter(([a, b]) => a !== b);
  const key = ([a, b]: readonly number[]): string => [Math.min(a!, b!), Math.max(a!, b!)].join();
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(pair, weight), { minLength: 300, maxLength: 900, selector: ([ends]) => key(ends) }),
      fc.uniqueArray(fc.tuple(pair, weight, fc.boolean()), { maxLength: 12, selector: ([ends]) => key(ends) }),
      (before, changed) => {
        const links = new Map(before.map(([[a, b], w]) => [key([a, b]), [a, b, w] as Link]));
        for (const [[a, b], w, stays] of changed)
          if (stays) links.set(key([a, b]), [a, b, w]);
          else links.delete(key([a, b]));
        const changes = collapse(recordsOf(changed.map(([[a, b], w]): Link => [a, b, w])));
        for (const [[a, b], , stays] of changed)
          if (!stays) changes.recordCounts[positionOfPair(changes, idOf(a), idOf(b))] = 0;
        const graph = graphFromLinks(before.map(([[a, b], w]): Link => [a, b, w]));
        expect(mergeLinks(graph, changes)).toEqual(graphFromLinks([...links.values()]));
      },
    ),
    { numRuns: 30 },
  );
});

const positionOfPair = ({ sources, targets }: LinkTable, a: number, b: number): number =>
  sources.findIndex((source, i) => source === Math.min(a, b) && targets[i] === Math.max(a, b));

/** All links of `after`, and those of `before` that are no more. */
function changesFrom(before: LinkTable, after: LinkTable): LinkTable {
  const pairs = (table: LinkTable) => Array.from(table.sources, (source, i) => `${source} ${table.targets[i]}`);
  const kept = new Set(pairs(after));
  const union = collapse({
    sources: Int32Array.of(...after.sources, ...before.sources),
    targets: Int32Array.of(...after.targets, ...before.targets),
  });
  const isGone = pairs(union).map((pair) => !kept.has(pair));
  const rows = isGone.map((gone, i) => (gone ? undefined : pairs(after).indexOf(pairs(union)[i]!)));
  rows.forEach((row, i) => {
    union.recordCounts[i] = row === undefined ? 0 : after.recordCounts[row]!;
    union.weights[i] = row === undefined ? 0 : after.weights[row]!;
    union.directions[i] = row === undefined ? 0 : after.directions[row]!;
    union.firstDays[i] = row === undefined ? 0 : after.firstDays[row]!;
    union.lastDays[i] = row === undefined ? 0 : after.lastDays[row]!;
  });
  return union;
}

test('partitions are canonical: the largest group first, ties by their lowest node', () =>
  holds((graph) => {
    for (const partition of [components(graph), leiden(graph)]) {
      expect(canonicalPartition(partition.groups)).toEqual(partition);
      const lowest = Array.from(partition.sizes.keys(), (group) => partition.groups.indexOf(group));
      for (let group = 1; group < partition.sizes.length; group++) {
        const [before, size] = partition.sizes.subarray(group - 1, group + 1) as unknown as [number, number];
        expect(before > size || (before === size && lowest[group - 1]! < lowest[group]!)).toBe(true);
      }
    }
  }));

test('communities are connected, and no worse than one community or one for each node', () =>
  holds((graph) => {
    const partition = leiden(graph);
    expect(leiden(graph)).toEqual(partition);
    expect(isConnectedWithin(graph, partition)).toBe(true);
    const found = modularity(graph, partition.groups);
    if (found === null) return;
    expect(found).toBeGreaterThanOrEqual(-1e-12);
    expect(found).toBeGreaterThanOrEqual(modularity(graph, Uint32Array.from(graph.ids.keys()))!);
  }));

/** Whether the links within groups alone make each group one component. */
function isConnectedWithin(graph: Graph, { groups, sizes }: Partition): boolean {
  const within: Link[] = [];
  for (let a = 0; a < nodeCount(graph); a++)
    for (const b of graph.neighbours.subarray(graph.offsets[a], graph.offsets[a + 1]))
      if (groups[a] === groups[b]) within.push([a, b]);
  const found = components(graphFromLinks(within)).sizes;
  const alone = Array.from(sizes).filter((size) => size === 1).length;
  return found.length === sizes.length - alone;
}

test('shortest paths: all of one length, in order, the first of them alone when one is asked for', () =>
  holds((graph) => {
    for (let target = 0; target < Math.min(nodeCount(graph), 4); target++)
      for (const search of [shortestPaths, shortestWeightedPaths]) {
        const paths = search(graph, 0, target, 50);
        expect(search(graph, 0, target)).toEqual(paths.slice(0, 1));
        const texts = paths.map(({ nodes }) => String.fromCharCode(...nodes));
        expect(texts).toEqual([...new Set(texts)].sort());
        expect(search(graph, target, 0, 50)).toHaveLength(paths.length);
      }
  }));
