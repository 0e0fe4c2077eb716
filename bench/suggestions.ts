import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { seededRandom, shuffled } from '../src/insights/algorithms/random';
import { similarCities } from '../src/insights/algorithms/suggestions/similar-cities';
import {
  DEFAULT_METHOD,
  suggest,
  SUGGESTION_METHODS,
  type SuggestionMethod,
} from '../src/insights/algorithms/suggestions/suggest';
import { graphOf } from '../src/insights/graph/build';
import { emptyTable } from '../src/insights/graph/collapse';
import { degreeOf, type Graph, type LinkTable, nodeOf } from '../src/insights/graph/graph';
import { linksOf } from '../src/insights/graph/links';
import { deriveGraph } from '../src/insights/store/derive-graph';
import { followTables } from '../src/insights/store/follow-tables';
import type { GraphTables } from '../src/insights/store/tables';
import { importGraph } from '../src/import/graph/import-graph';
import { PROJECT_ROOT } from '../src/project-root';
import { type BenchDatabase, openBenchDatabase } from './database';
import { table } from './table';

const HIDDEN_SHARE = 0.1;
const FIRST = 10;
const SEEDS = [1, 2, 3, 4, 5];
const DAY = 86_400_000;

/** Cities (their numbers) that a method suggests to one of the graph. */
type Method = (graph: Graph, node: number, tables: GraphTables) => number[];

const byGraph =
  (method: SuggestionMethod): Method =>
  (graph, node) =>
    suggest(graph, node, method, FIRST).map((suggestion) => graph.ids[suggestion.node]!);

const methods: Record<string, Method> = {
  ...Object.fromEntries(SUGGESTION_METHODS.map((method) => [method, byGraph(method)])),
  SIMILAR_CITY(graph, node, tables) {
    const today = Math.floor(Date.parse(tables.asOf) / DAY);
    const present = neighboursOf(graph, node);
    return similarCities(tables, graph.ids[node]!, today, FIRST, (city) => present.has(city)).map(
      (other) => other.node,
    );
  },
  'the best-connected cities': (graph, node) => {
    const present = neighboursOf(graph, node);
    const isNew = (city: number): boolean => city !== graph.ids[node] && !present.has(city);
    return byDegree(graph).filter(isNew).slice(0, FIRST);
  },
};

/**
 * `npm run bench -- suggestions`: hides a tenth of the links of the collaboration graph, and counts how many of the ten cities that
 * each method suggests are hidden links; on the sample data and, where INTERURBAN_TEST_DATA names it, on the sister cities of the
 * world: then it also says which method wins on both together, and fails where that is not the default.
 */
export async function run(): Promise<void> {
  const sample = await report('Sample data', await openBenchDatabase(0, path.join(PROJECT_ROOT, 'data')));
  const file = path.join(process.env['INTERURBAN_TEST_DATA'] ?? '', 'sister-cities/sister_cities.gexf');
  if (!fs.existsSync(file)) return;
  const database = await openBenchDatabase(0);
  const client = new pg.Client(database.connection);
  await client.connect();
  await importGraph(client, file).finally(() => client.end());
  together([sample, await report('Sister cities of the world', database)]);
}

/** The mean precision of each method. */
type Precisions = ReadonlyMap<string, number>;

/** Precisions differ by orders of magnitude between graphs: of each, what counts is the share of the best one's. */
function together(reports: readonly Precisions[]): void {
  const shares = Object.keys(methods).map((name) => {
    const each = reports.map((means) => means.get(name)! / Math.max(...means.values()));
    return { name, each, mean: each.reduce((product, share) => product * share, 1) ** (1 / each.length) };
  });
  shares.sort((a, b) => b.mean - a.mean);
  console.log('\nAll data together: precision as a share of the best method’s, and its geometric mean\n');
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  const rows = shares.map(({ name, each, mean }) => [name, percent(mean), each.map(percent).join(', ')]);
  console.log(table(['method', 'together', 'of each'], rows));
  const [winner] = shares;
  if (winner!.name !== DEFAULT_METHOD)
    throw new Error(`Expected the default to be the method that wins, ${winner!.name}, but it is ${DEFAULT_METHOD}.`);
}

async function report(title: string, database: BenchDatabase): Promise<Precisions> {
  const { tables } = await followTables(database.connection);
  await database.drop();
  const { graph } = deriveGraph(tables, { layers: ['COLLABORATION'] });
  const trials = SEEDS.map((seed) => hide(graph, seed));
  const rows = Object.entries(methods).map(([name, method]) => {
    const precisions = trials.map((trial) => precision(trial, method, tables));
    const mean = precisions.reduce((sum, value) => sum + value, 0) / precisions.length;
    return {
      name,
      mean,
      cells: [name, mean.toFixed(4), `${Math.min(...precisions).toFixed(4)} – ${Math.max(...precisions).toFixed(4)}`],
    };
  });
  rows.sort((a, b) => b.mean - a.mean);
  const asked = trials.map(({ hidden }) => hidden.size);
  console.log(
    `\n${title}: ${graph.ids.length} cities, ${graph.links.recordCounts.length} links; ${Math.min(...asked)} to ${Math.max(...asked)} ` +
      `cities of which a link is hidden and another is left\n`,
  );
  console.log(
    table(
      ['method', `precision@${FIRST}`, `of ${SEEDS.length} seeds`],
      rows.map(({ cells }) => cells),
    ),
  );
  return new Map(rows.map(({ name, mean }) => [name, mean]));
}

/** What is left of a graph, and the cities that were linked with each city that is left. */
interface Trial {
  rest: Graph;
  hidden: Map<number, Set<number>>;
}

function hide(graph: Graph, seed: number): Trial {
  const links = linksOf(graph);
  const size = links.sources.length;
  const order = shuffled(size, seededRandom(seed));
  const count = Math.round(size * HIDDEN_SHARE);
  const rest = graphOf(rowsOf(links, order.slice(count).sort()));
  const hidden = new Map<number, Set<number>>();
  const add = (city: number, other: number): void => {
    if (nodeOf(rest, city) !== undefined) hidden.set(city, (hidden.get(city) ?? new Set()).add(other));
  };
  for (const link of order.subarray(0, count)) {
    add(links.sources[link]!, links.targets[link]!);
    add(links.targets[link]!, links.sources[link]!);
  }
  return { rest, hidden };
}

function rowsOf(links: LinkTable, rows: Uint32Array): LinkTable {
  const result = emptyTable(rows.length);
  for (const [name, column] of Object.entries(result) as [keyof LinkTable, LinkTable[keyof LinkTable]][])
    rows.forEach((row, i) => (column[i] = links[name][row]!));
  return result;
}

/** The share of hidden links among what is suggested, ten for each city, in the mean over cities. */
function precision({ rest, hidden }: Trial, method: Method, tables: GraphTables): number {
  let sum = 0;
  for (const [city, others] of hidden)
    sum += method(rest, nodeOf(rest, city)!, tables).filter((other) => others.has(other)).length / FIRST;
  return sum / hidden.size;
}

const neighboursOf = ({ ids, offsets, neighbours }: Graph, node: number): Set<number> =>
  new Set(Array.from(neighbours.subarray(offsets[node], offsets[node + 1]), (neighbour) => ids[neighbour]!));

const orders = new WeakMap<Graph, number[]>();

/** All cities, those of highest degree first. */
function byDegree(graph: Graph): number[] {
  const known = orders.get(graph);
  if (known) return known;
  const nodes = [...graph.ids.keys()].sort((a, b) => degreeOf(graph, b) - degreeOf(graph, a) || a - b);
  const cities = nodes.map((node) => graph.ids[node]!);
  orders.set(graph, cities);
  return cities;
}
