import { type Arcs, arcsOf, replaceArcsAmong } from '../graph/arcs';
import { graphOf } from '../graph/build';
import { collapse, type LinkRecords } from '../graph/collapse';
import type { Graph } from '../graph/graph';
import { replaceLinksAmong } from '../graph/merge';
import { sharedInt32 } from '../graph/shared-arrays';
import { unite } from '../graph/unite';
import { pairGroup } from '../projection/pair-groups';
import { MAX_PAIRED_MEMBERS, memberCount, type Memberships, pairMembers } from '../projection/pair-members';
import { RecordList } from '../projection/record-list';
import type { Changes } from './advance-tables';
import type { EventChunk, EventTable } from './event-table';
import { type GraphFilter, type GraphLayer, RecordFilter } from './filter';
import { COLLABORATION_KINDS, type GraphTables } from './tables';
import { requireFeasible } from './too-large';

/** The graph that a filter makes of the tables. Its ids are the numbers of cities. */
export interface DerivedGraph {
  /** Of all layers together: of one layer, that layer's; of several each link weighs 1. */
  readonly graph: Graph;
  /** Each layer by itself, with its weights. */
  readonly layers: ReadonlyMap<GraphLayer, Graph>;
  /** The links of the layer ADOPTION one way, where it was asked for. */
  readonly arcs?: Arcs;
  /** The cities that the filter lets in and that have no link, ascending. */
  readonly isolates: Int32Array;
  /** Row ids of the networks that share cities' memberships, but are too large to be paired up. */
  readonly omittedNetworks: readonly number[];
}

export function deriveGraph(tables: GraphTables, filter: GraphFilter): DerivedGraph {
  const chosen = new RecordFilter(filter, tables);
  const layers = new Map<GraphLayer, Graph>();
  let arcs: Arcs | undefined;
  for (const layer of new Set(filter.layers)) {
    const records = RECORDS_OF[layer](tables, filter, chosen);
    layers.set(layer, graphOf(collapse(records)));
    if (records.isDirected) arcs = arcsOf(records);
  }
  return assemble(tables, filter, layers, arcs);
}

/**
 * The graph that a filter makes of later tables, out of the one that it made of earlier ones: what `deriveGraph` gives.
 * @param changes What lies between the tables.
 */
export function advanceGraph(
  before: DerivedGraph,
  tables: GraphTables,
  filter: GraphFilter,
  changes: Pick<Changes, 'cities'>,
): DerivedGraph {
  const layers = new Map(before.layers);
  let { arcs } = before;
  for (const [layer, graph] of before.layers) {
    const cities = changes.cities.get(layer);
    if (!cities) continue;
    // The links among these cities are made anew, all others stay.
    const records = RECORDS_OF[layer](tables, filter, new RecordFilter(filter, tables, cities));
    layers.set(layer, replaceLinksAmong(graph, cities, collapse(records)));
    if (arcs && records.isDirected) arcs = replaceArcsAmong(arcs, cities, arcsOf(records));
  }
  return assemble(tables, filter, layers, arcs);
}

function assemble(
  tables: GraphTables,
  filter: GraphFilter,
  layers: ReadonlyMap<GraphLayer, Graph>,
  arcs: Arcs | undefined,
): DerivedGraph {
  const chosen = new RecordFilter(filter, tables);
  const [only, ...others] = layers.values();
  const graph = only && others.length === 0 ? only : unite([...layers.values()]);
  const omittedNetworks = layers.has('CO_MEMBERSHIP') ? omitted(tables, chosen) : [];
  return { graph, layers, arcs, isolates: isolatesOf(graph, tables, chosen), omittedNetworks };
}

function isolatesOf(graph: Graph, { cities }: GraphTables, chosen: RecordFilter): Int32Array {
  const hasLink = new Uint8Array(cities.length);
  for (const city of graph.ids) hasLink[city] = 1;
  const isolates = Array.from(cities.keys()).filter((city) => hasLink[city] === 0 && chosen.hasCity(city));
  const shared = sharedInt32(isolates.length);
  shared.set(isolates);
  return shared;
}

const RECORDS_OF: Record<GraphLayer, (tables: GraphTables, filter: GraphFilter, chosen: RecordFilter) => LinkRecords> =
  {
    COLLABORATION({ collaborations }, { kinds }, chosen) {
      const numbers = kinds && new Set(kinds.map((kind) => COLLABORATION_KINDS.indexOf(kind)));
      return pairEvents(collaborations, (kind) => numbers === undefined || numbers.has(kind), chosen).records();
    },

    ADOPTION({ adoptions }, { hiddenSolutions }, chosen) {
      const hidden = new Set(hiddenSolutions);
      return pairEvents(adoptions, (solution) => !hidden.has(solution), chosen).records(true);
    },

    CO_MEMBERSHIP({ memberships }, _, chosen) {
      const positions = pairedNetworks(memberships, chosen);
      requireFeasible(
        positions.reduce((sum, position) => sum + pairs(memberCount(memberships, position, chosen.hasCity)), 0),
      );
      const list = new RecordList();
      for (const position of positions) pairMembers(memberships, position, chosen.hasCity, chosen.isInTime, list);
      return list.records();
    },
  };

const pairs = (count: number): number => (count * (count - 1)) / 2;

function pairEvents(table: EventTable, isKept: (label: number) => boolean, chosen: RecordFilter): RecordList {
  let count = 0;
  forEachChosen(table, isKept, chosen, ({ offsets, members }, event) => {
    let size = 0;
    for (let i = offsets[event]!; i < offsets[event + 1]!; i++) if (chosen.hasCity(members[i]!)) size++;
    count += pairs(size);
  });
  requireFeasible(count);
  const list = new RecordList();
  forEachChosen(table, isKept, chosen, (chunk, event) => pairGroup(chunk, event, chosen.hasCity, list));
  return list;
}

function forEachChosen(
  table: EventTable,
  isKept: (label: number) => boolean,
  chosen: RecordFilter,
  visit: (chunk: EventChunk, event: number) => void,
): void {
  for (const chunk of table) {
    for (let event = 0; event < chunk.days.length; event++) {
      const isChosen =
        isKept(chunk.labels[event]!) &&
        chosen.hasNetwork(chunk.networks[event]!) &&
        chosen.isInTime(chunk.days[event]!, chunk.untils[event]!);
      if (isChosen) visit(chunk, event);
    }
  }
}

/** The positions of the networks that are paired up. */
const pairedNetworks = (memberships: Memberships, chosen: RecordFilter): number[] =>
  [...memberships.networks.keys()].filter(
    (position) =>
      chosen.hasNetwork(memberships.networks[position]!) && memberCount(memberships, position) <= MAX_PAIRED_MEMBERS,
  );

const omitted = ({ memberships }: GraphTables, chosen: RecordFilter): number[] =>
  Array.from(memberships.networks).filter(
    (network, position) => chosen.hasNetwork(network) && memberCount(memberships, position) > MAX_PAIRED_MEMBERS,
  );
