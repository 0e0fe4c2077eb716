import { betweenness } from '../../src/insights/algorithms/betweenness';
import { closeness } from '../../src/insights/algorithms/closeness';
import { clustering } from '../../src/insights/algorithms/clustering';
import { leiden } from '../../src/insights/algorithms/leiden/leiden';
import { modularity } from '../../src/insights/algorithms/modularity';
import { membersOf } from '../../src/insights/algorithms/partition';
import { shortestPaths } from '../../src/insights/algorithms/paths/unweighted';
import { collapse } from '../../src/insights/graph/collapse';
import { pairGroup } from '../../src/insights/projection/pair-groups';
import { RecordList } from '../../src/insights/projection/record-list';
import { graphFromLinks, idOf, type Link } from './graphs';
import { TRUTHS } from './truth';

const truths = Object.fromEntries(TRUTHS);
const graphOf = (name: string) => graphFromLinks(truths[name]!.links);

describe('what others have published', () => {
  // Jackson, Social and Economic Networks (2008), section 1.2.1; families in networkx's order.
  test('the betweenness of Florentine families: Medici 0.522, Strozzi 0.103, Guadagni 0.255', () => {
    const { values } = betweenness(graphOf('Florentine families'));
    const [medici, strozzi, guadagni] = [1, 4, 12];
    expect([medici, strozzi, guadagni].map((node) => values[node]!.toFixed(3))).toEqual(['0.522', '0.103', '0.255']);
  });

  // Brandes and others, On Modularity Clustering (2008): the optima of modularity without weights.
  test.each([
    ['karate club', 0.4198, 4],
    ['Les Misérables', 0.56, 6],
  ])('Leiden finds the best communities: %s', (name, optimum, count) => {
    const graph = graphOf(name);
    const partition = leiden(graph, { weighted: false, iterations: 10 });
    expect(modularity(graph, partition.groups, { weighted: false })).toBeCloseTo(optimum, 4);
    expect(partition.sizes).toHaveLength(count);
  });

  // Zachary, An Information Flow Model for Conflict and Fission in Small Groups (1977).
  test('instructor and officer of the karate club are in different communities', () => {
    const { groups } = leiden(graphOf('karate club'), { weighted: false });
    expect(groups[0]).not.toBe(groups[33]);
  });
});

describe('what can be reckoned by hand', () => {
  test('a star: all paths run through its centre', () => {
    const star = graphOf('star of 10');
    expect([...betweenness(star).values]).toEqual([1, ...Array<number>(9).fill(0)]);
    const leaf = 9 / (1 + 8 * 2);
    closeness(star).values.forEach((value, node) => expect(value).toBeCloseTo(node === 0 ? 1 : leaf, 12));
  });

  test('a path: node i lies between i nodes and 9 − i others', () => {
    betweenness(graphOf('path of 10')).values.forEach((value, i) => expect(value).toBeCloseTo((i * (9 - i)) / 36, 12));
  });

  test('a grid has no triangle, and 38 links from corner to corner', () => {
    const grid = graphOf('20 × 20 grid');
    expect(clustering(grid).transitivity).toBe(0);
    expect(shortestPaths(grid, 0, 399)[0]).toMatchObject({ cost: 38 });
    // First along one side, then along the other: the lowest nodes come first.
    expect(shortestPaths(grid, 0, 399)[0]!.nodes.slice(0, 21)).toEqual([...Array(20).keys(), 39]);
  });

  test('no path leads from one component to another, and no community spans two', () => {
    const graph = graphOf('two components');
    expect(shortestPaths(graph, 0, 8)).toEqual([]);
    const partition = leiden(graph);
    expect(membersOf(partition, partition.groups[8]!).every((node) => node > 6)).toBe(true);
  });

  test('a clique of ten: all are equally central', () => {
    const links = Array.from({ length: 100 }, (_, i): Link => [Math.floor(i / 10), i % 10]);
    const clique = graphFromLinks(links.filter(([a, b]) => a < b));
    expect(clustering(clique)).toMatchObject({ average: 1, transitivity: 1 });
    expect([...closeness(clique).values]).toEqual(Array(10).fill(1));
  });
});

test("the events of Davis's Southern Women give the weights that networkx gives", () => {
  const { groups, links } = truths['Southern Women']!;
  const members = groups!.map((women) => women.map(idOf));
  const offsets = Uint32Array.from([0, ...members.map((_, i) => members.slice(0, i + 1).flat().length)]);
  const events = { offsets, members: Int32Array.from(members.flat()), days: new Int32Array(members.length) };
  const records = new RecordList();
  for (let event = 0; event < members.length; event++) pairGroup(events, event, () => true, records);
  const table = collapse(records.records());
  expect(table.sources).toHaveLength(links.length);
  const weightOf = new Map([...table.weights].map((weight, i) => [`${table.sources[i]} ${table.targets[i]}`, weight]));
  for (const [a, b, weight] of links) {
    const [lower, higher] = [idOf(Math.min(a, b)), idOf(Math.max(a, b))];
    expect(weightOf.get(`${lower} ${higher}`)).toBeCloseTo(weight, 12);
  }
});
