import type { AnalysedGraph } from './engine';
import type { Arcs } from './graph/arcs';
import { firstPlaceAbove, type Graph, linkCount, type LinkFacts, type LinkTable, UNDATED } from './graph/graph';
import { significant } from './graph/significant';
import type { GraphLayer } from './store/filter';
import { slugOf } from './store/tables';

/** A graph as it leaves: the same for the same graph, item by item, so that it can be streamed. */
export interface GraphExport {
  /** The position in the event log that it reflects, and when that was read (RFC 3339, UTC). */
  readonly version: string;
  readonly asOf: string;
  /** Whether some link has a direction: there is a layer ADOPTION. */
  readonly isDirected: boolean;
  readonly cityCount: number;
  /** Links of each layer count by themselves. */
  readonly linkCount: number;
  /** The cities that have a link; with `isolates` also those that the filter lets in and that have none. By slug. */
  cities(options?: { isolates?: boolean }): Iterable<ExportedCity>;
  /** Layer by layer, by the slugs of both ends. Iterates anew each time. */
  links(): Iterable<ExportedLink>;
}

export interface ExportedCity {
  /** The row id, to read what else is wanted of it. */
  id: number;
  slug: string;
}

/** What all records of a pair in a layer say together. */
export interface ExportedLink {
  /** Slugs. Of a directed link, the city learnt from is the source; where records run both ways, each way is a link of its own. */
  source: string;
  target: string;
  layer: GraphLayer;
  isDirected: boolean;
  /** To 12 significant digits. */
  weight: number;
  recordCount: number;
  /** Dates; null where no record is dated. */
  firstOn: string | null;
  lastOn: string | null;
}

export function exportGraph({ derived, tables }: AnalysedGraph): GraphExport {
  const { graph, layers, arcs, isolates } = derived;
  const nameOf = (city: number): string => slugOf(tables, city);
  const countOf = (layer: GraphLayer, ofLayer: Graph): number =>
    layer === 'ADOPTION' && arcs ? sizeOf(arcs.upwards) + sizeOf(arcs.downwards) : linkCount(ofLayer);
  return {
    version: tables.version,
    asOf: tables.asOf,
    isDirected: arcs !== undefined,
    cityCount: graph.ids.length,
    linkCount: [...layers].reduce((sum, [layer, ofLayer]) => sum + countOf(layer, ofLayer), 0),
    *cities({ isolates: hasIsolates = false } = {}) {
      const cities = hasIsolates ? joined(graph.ids, isolates).sort() : graph.ids;
      for (const city of cities) yield { id: tables.cities[city]!, slug: nameOf(city) };
    },
    *links() {
      for (const [layer, ofLayer] of layers) {
        if (layer === 'ADOPTION' && arcs) yield* directedLinks(layer, arcs, nameOf);
        else yield* undirectedLinks(layer, ofLayer, nameOf);
      }
    },
  };
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

type NameOf = (city: number) => string;

const sizeOf = ({ sources }: LinkTable): number => sources.length;

function* undirectedLinks(layer: GraphLayer, graph: Graph, nameOf: NameOf): Generator<ExportedLink> {
  const names = Array.from(graph.ids, nameOf);
  let number = 0;
  for (let lower = 0; lower < names.length; lower++)
    for (let place = firstPlaceAbove(graph, lower); place < graph.offsets[lower + 1]!; place++)
      yield {
        source: names[lower]!,
        target: names[graph.neighbours[place]!]!,
        layer,
        isDirected: false,
        weight: significant(graph.weights[place]!),
        ...facts(graph.links, number++),
      };
}

function* directedLinks(layer: GraphLayer, { upwards, downwards }: Arcs, nameOf: NameOf): Generator<ExportedLink> {
  for (const [table, from, to] of [
    [upwards, upwards.sources, upwards.targets],
    [downwards, downwards.targets, downwards.sources],
  ] as const)
    for (let i = 0; i < sizeOf(table); i++)
      yield {
        source: nameOf(from[i]!),
        target: nameOf(to[i]!),
        layer,
        isDirected: true,
        weight: significant(table.weights[i]!),
        ...facts(table, i),
      };
}

const facts = ({ recordCounts, firstDays, lastDays }: LinkFacts, link: number) => ({
  recordCount: recordCounts[link]!,
  firstOn: dateOf(firstDays[link]!),
  lastOn: dateOf(lastDays[link]!),
});

const DAY = 86_400_000;

const dateOf = (day: number): string | null =>
  day === UNDATED ? null : new Date(day * DAY).toISOString().slice(0, 10);
