import { createHash } from 'node:crypto';
import { UNDATED } from '../graph/graph';
import { type CollaborationKind, type GraphTables, numberOf } from './tables';

export const GRAPH_LAYERS = ['COLLABORATION', 'CO_MEMBERSHIP', 'ADOPTION'] as const;

export type GraphLayer = (typeof GRAPH_LAYERS)[number];

/** Which records a graph is made of. What is left out asks for nothing; an empty list lets nothing in. */
export interface GraphFilter {
  layers: readonly GraphLayer[];
  /** Of collaborations; the other layers have no kinds, and none is kept where kinds are asked for. */
  kinds?: readonly CollaborationKind[];
  /** What was active from this day on and before that one: days since 1970-01-01. */
  since?: number;
  until?: number;
  /** Whether records without a first day are kept where since or until is given; false by default. */
  includeUndated?: boolean;
  /** Row ids: the collaboration's network, the network shared, the network by which an adoption came about. */
  networks?: readonly number[];
  /** Row ids: the initiative of that network. */
  initiatives?: readonly number[];
  /** Row ids: both ends are among these. */
  cities?: readonly number[];
  /** Row ids of solutions that the viewer may not see: their adoptions are left out. None by default. */
  hiddenSolutions?: readonly number[];
}

/** The same text for filters that ask for the same. */
export function filterKey({ layers, kinds, since, until, includeUndated = false, ...ids }: GraphFilter): string {
  const sorted = <T extends string | number>(values: readonly T[] | undefined) =>
    values === undefined ? null : [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const isDated = since !== undefined || until !== undefined;
  const lists = [ids.networks, ids.initiatives, ids.cities, ids.hiddenSolutions].map(sorted);
  const parts = [sorted(layers), sorted(kinds), since ?? null, until ?? null, isDated && includeUndated, lists];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** What a filter says of one record at a time. */
export class RecordFilter {
  /** By number; undefined for all. */
  private readonly cities: Uint8Array | undefined;
  private readonly networks: ReadonlySet<number> | undefined;

  /** @param among Numbers of cities: only these are let in. All by default. */
  constructor(
    private readonly filter: GraphFilter,
    tables: GraphTables,
    among?: Int32Array,
  ) {
    this.networks = chosenNetworks(filter, tables);
    const chosen = filter.cities?.flatMap((city) => numberOf(tables, city) ?? []);
    const size = tables.cities.length;
    this.cities = chosen && marked(chosen, size);
    if (!among) return;
    const kept = this.cities;
    this.cities = marked(kept ? among.filter((city) => kept[city] === 1) : among, size);
  }

  readonly hasCity = (city: number): boolean => this.cities === undefined || this.cities[city] === 1;

  /** @param network 0 for none. */
  hasNetwork(network: number): boolean {
    return this.networks === undefined || this.networks.has(network);
  }

  /** @param from The first day, or UNDATED. @param until The day after the last. */
  readonly isInTime = (from: number, until: number): boolean => {
    const { since, until: end, includeUndated = false } = this.filter;
    if (since === undefined && end === undefined) return true;
    if (from === UNDATED && !includeUndated) return false;
    return (since === undefined || until > since) && (end === undefined || from < end);
  };
}

/** The networks that both networks and initiatives allow; undefined for all, and for what has none. */
function chosenNetworks({ networks, initiatives }: GraphFilter, tables: GraphTables): Set<number> | undefined {
  if (initiatives === undefined) return networks && new Set(networks);
  const wanted = new Set(initiatives);
  const ofInitiatives = tables.networks.filter((_, i) => wanted.has(tables.initiatives[i]!));
  const chosen = networks && new Set(networks);
  return new Set(chosen ? ofInitiatives.filter((network) => chosen.has(network)) : ofInitiatives);
}

/** 1 at each of these positions, 0 at the others. */
function marked(positions: Iterable<number>, size: number): Uint8Array {
  const marks = new Uint8Array(size);
  for (const position of positions) marks[position] = 1;
  return marks;
}
