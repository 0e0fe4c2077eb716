import { createHash } from 'node:crypto';
import { UNDATED } from '../graph/graph';
import type { CollaborationKind, GraphTables } from './tables';

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
  /** Row ids of solutions that not everybody may see, and the viewer may: their adoptions are kept too. None by default. */
  seenSolutions?: readonly number[];
}

/** The same text for filters that ask for the same. */
export function filterKey({ layers, kinds, since, until, includeUndated = false, ...ids }: GraphFilter): string {
  const sorted = <T extends string | number>(values: readonly T[] | undefined) =>
    values === undefined ? null : [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const isDated = since !== undefined || until !== undefined;
  const lists = [ids.networks, ids.initiatives, ids.cities, ids.seenSolutions].map(sorted);
  const parts = [sorted(layers), sorted(kinds), since ?? null, until ?? null, isDated && includeUndated, lists];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** What a filter says of one record at a time. */
export class RecordFilter {
  private readonly cities: ReadonlySet<number> | undefined;
  private readonly networks: ReadonlySet<number> | undefined;

  constructor(
    private readonly filter: GraphFilter,
    tables: GraphTables,
  ) {
    this.cities = filter.cities && new Set(filter.cities);
    this.networks = chosenNetworks(filter, tables);
  }

  readonly hasCity = (city: number): boolean => this.cities === undefined || this.cities.has(city);

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
