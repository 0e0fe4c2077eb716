import { createHash } from 'node:crypto';
import type { AnalysedGraph } from '../../insights/engine';
import type { ExportedLink } from '../../insights/export-graph';
import { toGlobalId } from '../../graphql/global-id';
import { createContext, type Caller, type Services } from '../../subgraphs/context';
import { askGraph, graphOf, type GraphFilter } from '../../subgraphs/insights';
import { inBatches, type Column, type Row, type Table } from '../table';
import { CityFacts, FACT_COLUMNS } from './city-facts';
import type { GraphFile } from './graph-file';

export interface GraphRequest {
  /** Checked. */
  filter: GraphFilter;
  /** Of an earlier answer; the latest by default. */
  version?: string;
  /** Whether cities that the filter lets in and that have no link are in it too. */
  isolates: boolean;
}

/** A graph that is ready to be written. */
export interface PreparedGraph {
  file: GraphFile;
  /** The same where the same would be written. */
  key: string;
}

/** Prepares graphs for files. */
export class GraphExporter {
  private readonly facts: CityFacts;

  constructor(private readonly services: Services) {
    this.facts = new CityFacts(services.database);
  }

  /** @throws GRAPH_VERSION_GONE, GRAPH_QUESTION_TOO_LARGE */
  async prepare({ filter, version, isolates }: GraphRequest, caller: Caller): Promise<PreparedGraph> {
    const context = createContext(this.services, caller);
    const graph = await graphOf(filter, version ?? null, context);
    const { hex: digest } = await askGraph(graph, { name: 'digest' }, context);
    const about = { version: graph.tables.version, digest, filter: JSON.stringify(filter) };
    const isMultigraph = graph.derived.layers.size > 1;
    const exported = this.services.graphs.export(graph);
    const file: GraphFile = {
      about,
      isDirected: exported.isDirected,
      isMultigraph,
      nodes: await this.nodes(graph, isolates),
      edges: { columns: EDGE_COLUMNS, batches: () => inBatches(edgeRows(exported.links())) },
    };
    const key = createHash('sha256')
      .update(JSON.stringify([graph.name, about, isolates]))
      .digest('base64url');
    return { file, key };
  }

  private async nodes(graph: AnalysedGraph, isolates: boolean): Promise<Table> {
    const { version } = graph.tables;
    await this.facts.finder(version); // What cannot be read is told before the first byte.
    const cities = () => this.services.graphs.export(graph).cities({ isolates });
    const rows = async function* (this: GraphExporter): AsyncGenerator<Row[]> {
      const factsOf = await this.facts.finder(version);
      for (const batch of inBatches(cities()))
        yield batch.map(({ slug }) => [toGlobalId('City', slug), slug, ...factsOf(slug)]);
    };
    return { columns: [...ID_COLUMNS, ...FACT_COLUMNS], batches: rows.bind(this) };
  }
}

const ID_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'text' },
  { name: 'slug', type: 'text' },
];

const EDGE_COLUMNS: readonly Column[] = [
  { name: 'source', type: 'text' },
  { name: 'target', type: 'text' },
  { name: 'layer', type: 'text' },
  { name: 'directed', type: 'boolean' },
  { name: 'weight', type: 'number' },
  { name: 'recordCount', type: 'integer' },
  { name: 'firstOn', type: 'date' },
  { name: 'lastOn', type: 'date' },
];

function* edgeRows(links: Iterable<ExportedLink>): Generator<Row> {
  for (const { source, target, layer, isDirected, weight, recordCount, firstOn, lastOn } of links)
    yield [
      toGlobalId('City', source),
      toGlobalId('City', target),
      layer,
      isDirected,
      weight,
      recordCount,
      firstOn,
      lastOn,
    ];
}
