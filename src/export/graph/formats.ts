import { csv } from '../csv';
import { parquet } from '../parquet/parquet';
import { zip } from '../zip';
import { gexf } from './gexf';
import { aboutAsJson, type AboutGraph, type GraphFile } from './graph-file';
import { graphml } from './graphml';
import { nodeLink } from './node-link';

/** The parts of a graph, where a format has a file for each. */
export const GRAPH_TABLES = ['edges', 'nodes'] as const;

export type GraphTable = (typeof GRAPH_TABLES)[number];

export interface GraphFormat {
  contentType: string;
  /** Whether a file holds one of the two tables alone, and which one it is has to be said. */
  isOfOneTable?: boolean;
  /** The file, piece by piece, while it is read. The same graph gives the same bytes. */
  write(graph: GraphFile, table: GraphTable): AsyncIterable<string | Uint8Array>;
}

/** By the ending of a file's name. */
export const graphFormats = {
  gexf: { contentType: 'application/gexf+xml; charset=utf-8', write: gexf },
  graphml: { contentType: 'application/graphml+xml; charset=utf-8', write: graphml },
  json: { contentType: 'application/json; charset=utf-8', write: nodeLink },
  'csv.zip': { contentType: 'application/zip', write: csvTables },
  parquet: {
    contentType: 'application/vnd.apache.parquet',
    isOfOneTable: true,
    write: (graph: GraphFile, table: GraphTable) => parquet(graph[table], metadata(graph.about)),
  },
} satisfies Record<string, GraphFormat>;

export type GraphFormatName = keyof typeof graphFormats;

/** An archive of nodes.csv, which has the cities without a link too, edges.csv, and graph.json, which says what they are of. */
function csvTables({ about, isDirected, isMultigraph, nodes, edges }: GraphFile): AsyncIterable<Uint8Array> {
  const graph = { ...aboutAsJson(about), directed: isDirected, multigraph: isMultigraph };
  return zip([
    { name: 'graph.json', content: () => once(`${JSON.stringify(graph)}\n`) },
    { name: 'nodes.csv', content: () => csv(nodes) },
    { name: 'edges.csv', content: () => csv(edges) },
  ]);
}

/** Parquet's metadata are texts. */
const metadata = ({ version, digest, filter, results }: AboutGraph): Record<string, string> => ({
  version,
  digest,
  filter,
  ...(results && { results: JSON.stringify(results) }),
});

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
