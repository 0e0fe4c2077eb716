import type { Table } from '../table';

/** A graph on its way out: what it is, its cities and its links. */
export interface GraphFile {
  /** Quoted in the file where its format has a place for it. */
  about: AboutGraph;
  /** Whether links have a direction. Where some of several layers have none, they run from the lower end to the higher. */
  isDirected: boolean;
  /** Whether two cities may have several links: one of each layer. */
  isMultigraph: boolean;
  /** Begins with the columns `id` and `slug`; has a column `name`. */
  nodes: Table;
  /** Begins with the columns `source` and `target`, of ids; has a column `weight`. */
  edges: Table;
}

/** What it takes to cite a graph, and to get it again. */
export interface AboutGraph {
  /** The position in the event log that it reflects. */
  version: string;
  /** As `CollaborationGraph.digest` has it. */
  digest: string;
  /** The filter, as JSON. */
  filter: string;
}

/** A sentence for formats that have room for one. */
export const describe = ({ version, digest, filter }: AboutGraph): string =>
  `Interurban, version ${version}, SHA-256 ${digest}, filter ${filter}`;
