import { DOWNWARDS, firstPlaceAbove, type Graph, linkNumber, nodeCount, UNDATED, UPWARDS } from './graph/graph';
import { significant } from './graph/significant';
import type { AnalysedGraph } from './engine';
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
  /** The cities that have a link, in the order of the graph. */
  cities(): Iterable<ExportedCity>;
  /** Layer by layer, in the order of the graph. Iterates anew each time. */
  links(): Iterable<ExportedLink>;
}

export interface ExportedCity {
  /** The row id, to read what else is wanted of it. */
  id: number;
  slug: string;
}

/** What all records of a pair in a layer say together. */
export interface ExportedLink {
  /** Slugs. Of a directed link, the city learnt from is the source; one that runs both ways is two. */
  source: string;
  target: string;
  layer: GraphLayer;
  isDirected: boolean;
  /** To 12 significant digits; of a link that runs both ways, that of both together. */
  weight: number;
  recordCount: number;
  /** Dates; null where no record is dated. */
  firstOn: string | null;
  lastOn: string | null;
}

export function exportGraph(analysed: AnalysedGraph): GraphExport {
  const { derived, tables } = analysed;
  const layers = [...derived.layers];
  return {
    version: derived.version,
    asOf: tables.asOf,
    isDirected: derived.layers.has('ADOPTION'),
    cityCount: nodeCount(derived.graph),
    linkCount: layers.reduce((sum, [, graph]) => sum + countOf(graph), 0),
    *cities() {
      for (const id of derived.graph.ids) yield { id, slug: slugOf(tables, id) };
    },
    *links() {
      for (const [layer, graph] of layers) yield* linksOfLayer(layer, graph, (id) => slugOf(tables, id));
    },
  };
}

const runsBothWays = (direction: number): boolean => direction === (UPWARDS | DOWNWARDS);

const countOf = ({ links: { directions } }: Graph): number =>
  directions.reduce((count, direction) => count + (runsBothWays(direction) ? 2 : 1), 0);

function* linksOfLayer(layer: GraphLayer, graph: Graph, nameOf: (id: number) => string): Generator<ExportedLink> {
  const names = Array.from(graph.ids, nameOf);
  const { recordCounts, directions, firstDays, lastDays } = graph.links;
  for (let lower = 0; lower < names.length; lower++) {
    for (let place = firstPlaceAbove(graph, lower); place < graph.offsets[lower + 1]!; place++) {
      const ends = [names[lower]!, names[graph.neighbours[place]!]!] as const;
      const number = linkNumber(graph, lower, place);
      const direction = directions[number]!;
      const facts = {
        layer,
        isDirected: direction !== 0,
        weight: significant(graph.weights[place]!),
        recordCount: recordCounts[number]!,
        firstOn: dateOf(firstDays[number]!),
        lastOn: dateOf(lastDays[number]!),
      };
      if (direction !== DOWNWARDS) yield { source: ends[0], target: ends[1], ...facts };
      if (direction & DOWNWARDS) yield { source: ends[1], target: ends[0], ...facts };
    }
  }
}

const DAY = 86_400_000;

const dateOf = (day: number): string | null =>
  day === UNDATED ? null : new Date(day * DAY).toISOString().slice(0, 10);
