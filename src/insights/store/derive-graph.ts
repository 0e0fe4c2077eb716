import { type Arcs, arcsOf } from '../graph/arcs';
import { graphOfRecords } from '../graph/build';
import type { LinkRecords } from '../graph/collapse';
import { type Graph, nodeOf } from '../graph/graph';
import { sharedInt32 } from '../graph/shared-arrays';
import { unite } from '../graph/unite';
import { pairGroup } from '../projection/pair-groups';
import { MAX_PAIRED_MEMBERS, memberCount, pairMembers } from '../projection/pair-members';
import { RecordList } from '../projection/record-list';
import { type GraphFilter, type GraphLayer, RecordFilter } from './filter';
import { COLLABORATION_KINDS, type EventTable, type GraphTables } from './tables';

/** The graph that a filter makes of the tables. */
export interface DerivedGraph {
  /** The position in the event log that it reflects. */
  readonly version: string;
  /** Of all layers together: of one layer, that layer's; of several each link weighs 1. */
  readonly graph: Graph;
  /** Each layer by itself, with its weights. */
  readonly layers: ReadonlyMap<GraphLayer, Graph>;
  /** The links of the layer ADOPTION one way, where it was asked for. */
  readonly arcs?: Arcs;
  /** Row ids of the cities that the filter lets in and that have no link, ascending. */
  readonly isolates: Int32Array;
  /** Row ids of the networks that share cities' memberships, but are too large to be paired up. */
  readonly omittedNetworks: readonly number[];
}

/** What the records of a layer are, and which networks had to be left out. */
interface LayerRecords {
  records: LinkRecords;
  omittedNetworks: readonly number[];
}

export function deriveGraph(tables: GraphTables, filter: GraphFilter): DerivedGraph {
  const records = new RecordFilter(filter, tables);
  const layers = new Map<GraphLayer, Graph>();
  const omittedNetworks: number[] = [];
  let arcs: Arcs | undefined;
  for (const layer of new Set(filter.layers)) {
    const made = RECORDS_OF[layer](tables, filter, records);
    layers.set(layer, graphOfRecords(made.records));
    if (made.records.isDirected) arcs = arcsOf(made.records);
    omittedNetworks.push(...made.omittedNetworks);
  }
  const [only, ...others] = layers.values();
  const graph = only && others.length === 0 ? only : unite([...layers.values()]);
  const isIsolate = (city: number): boolean => records.hasCity(city) && nodeOf(graph, city) === undefined;
  const isolates = shared(tables.cities.filter(isIsolate));
  return { version: tables.version, graph, layers, arcs, isolates, omittedNetworks };
}

const RECORDS_OF: Record<
  GraphLayer,
  (tables: GraphTables, filter: GraphFilter, records: RecordFilter) => LayerRecords
> = {
  COLLABORATION({ collaborations }, { kinds }, records) {
    const chosen = kinds && new Set(kinds.map((kind) => COLLABORATION_KINDS.indexOf(kind)));
    const isKept = (kind: number): boolean => chosen === undefined || chosen.has(kind);
    return { records: pairEvents(collaborations, isKept, records).records(), omittedNetworks: [] };
  },

  ADOPTION({ adoptions }, { seenSolutions }, records) {
    const seen = new Set([0, ...(seenSolutions ?? [])]);
    return {
      records: pairEvents(adoptions, (solution) => seen.has(solution), records).records(true),
      omittedNetworks: [],
    };
  },

  CO_MEMBERSHIP({ memberships }, _, records) {
    const list = new RecordList();
    const omittedNetworks: number[] = [];
    memberships.networks.forEach((network, position) => {
      if (!records.hasNetwork(network)) return;
      if (memberCount(memberships, position) > MAX_PAIRED_MEMBERS) omittedNetworks.push(network);
      else pairMembers(memberships, position, records.hasCity, records.isInTime, list);
    });
    return { records: list.records(), omittedNetworks };
  },
};

function pairEvents(events: EventTable, isKept: (label: number) => boolean, records: RecordFilter): RecordList {
  const list = new RecordList();
  for (let event = 0; event < events.days.length; event++) {
    const isChosen =
      isKept(events.labels[event]!) &&
      records.hasNetwork(events.networks[event]!) &&
      records.isInTime(events.days[event]!, events.untils[event]!);
    if (isChosen) pairGroup(events, event, records.hasCity, list);
  }
  return list;
}

function shared(values: Int32Array): Int32Array {
  const result = sharedInt32(values.length);
  result.set(values);
  return result;
}
