import { createHash } from 'node:crypto';
import type { ExportedCity, ExportedLink } from '../../insights/export-graph';
import { toGlobalId } from '../../graphql/global-id';
import { createContext, type Caller, type Services } from '../../subgraphs/context';
import { askGraph, graphOf, type GraphFilter } from '../../subgraphs/insights';
import { columnsOf, inBatches, type Column, type Row, type Table } from '../table';
import { readAttachedResults, type AttachedResult } from './attached-results';
import { CityFacts, FACT_COLUMNS, type Facts } from './city-facts';
import type { GraphTable } from './formats';
import type { AboutGraph, GraphFile } from './graph-file';

export interface GraphRequest {
  /** Checked. */
  filter: GraphFilter;
  /** Of an earlier answer; the latest by default. */
  version?: string;
  /** Whether cities that the filter lets in and that have no link are in it too. */
  isolates: boolean;
  /** Whether cities have the figures that were computed elsewhere and attached. */
  results: boolean;
}

/** A graph that is ready to be written. */
export interface PreparedGraph {
  file: GraphFile;
  /** The same where the same would be written. */
  key: string;
  /** How many rows each of its tables has. */
  sizes: Record<GraphTable, number>;
}

/** Prepares graphs for files. */
export class GraphExporter {
  private readonly facts: CityFacts;

  constructor(private readonly services: Services) {
    this.facts = new CityFacts(services.database);
  }

  /** @throws GRAPH_VERSION_GONE, GRAPH_QUESTION_TOO_LARGE */
  async prepare(request: GraphRequest, caller: Caller): Promise<PreparedGraph> {
    const { filter, version, isolates } = request;
    const context = createContext(this.services, caller);
    const graph = await graphOf(filter, version ?? null, context);
    const { hex: digest } = await askGraph(graph, { name: 'digest' }, context);
    const facts = await this.facts.of(graph.tables.version);
    const results = request.results ? await readAttachedResults(this.services.database) : [];
    const about: AboutGraph = {
      version: graph.tables.version,
      digest,
      filter: JSON.stringify(filter),
      ...(request.results && { results: results.map(({ name, version, source }) => ({ name, version, source })) }),
    };
    const exported = this.services.graphs.export(graph);
    const file: GraphFile = {
      about,
      isDirected: exported.isDirected,
      isMultigraph: graph.derived.layers.size > 1,
      nodes: nodeTable(() => exported.cities({ isolates }), facts, results),
      edges: edgeTable(() => exported.links()),
    };
    const attachedAt = results.map((result) => result.attachedAt);
    const key = createHash('sha256')
      .update(JSON.stringify([graph.name, about, isolates, facts.digest, attachedAt]))
      .digest('base64url');
    const nodes = exported.cityCount + (isolates ? graph.derived.isolates.length : 0);
    return { file, key, sizes: { nodes, edges: exported.linkCount } };
  }
}

const ID_COLUMNS = columnsOf({
  id: 'text',
  slug: 'text',
});

/** Cities, with what is known of them and the figures that were attached. @param cities By slug. */
export function nodeTable(
  cities: () => Iterable<ExportedCity>,
  facts: Facts,
  results: readonly AttachedResult[],
): Table {
  const figures = results.map(({ name }): Column => ({ name, type: 'number' }));
  return {
    columns: [...ID_COLUMNS, ...FACT_COLUMNS, ...figures],
    *batches() {
      const factsOf = facts.finder();
      for (const batch of inBatches(cities()))
        yield batch.map(({ id, slug }): Row => {
          const values = results.map(({ valueOf }) => valueOf(id));
          return [toGlobalId('City', slug), slug, ...factsOf(slug), ...values];
        });
    },
  };
}

const EDGE_COLUMNS = columnsOf({
  source: 'text',
  target: 'text',
  layer: 'text',
  directed: 'boolean',
  weight: 'number',
  recordCount: 'integer',
  firstOn: 'date',
  lastOn: 'date',
});

/** Links, one of each layer and direction. */
export const edgeTable = (links: () => Iterable<ExportedLink>): Table => ({
  columns: EDGE_COLUMNS,
  batches: () => inBatches(edgeRows(links())),
});

function* edgeRows(links: Iterable<ExportedLink>): Generator<Row> {
  const ids = new Map<string, string>();
  const idOf = (slug: string): string => {
    const known = ids.get(slug);
    if (known !== undefined) return known;
    const id = toGlobalId('City', slug);
    ids.set(slug, id);
    return id;
  };
  for (const { source, target, layer, isDirected, weight, recordCount, firstOn, lastOn } of links)
    yield [idOf(source), idOf(target), layer, isDirected, weight, recordCount, firstOn, lastOn];
}
