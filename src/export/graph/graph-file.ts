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
  /** The figures of its cities that were computed elsewhere, where they are in it: of which version, and by whom. */
  results?: readonly { name: string; version: string; source: string }[];
}

/** A sentence for formats that have room for one. */
export function describe({ version, digest, filter, results }: AboutGraph): string {
  const own = `Interurban, version ${version}, SHA-256 ${digest}, filter ${filter}`;
  const attached = (results ?? []).map((result) => `${result.name} of version ${result.version} by ${result.source}`);
  return attached.length === 0 ? own : `${own}; with ${attached.join(', ')}`;
}

/** The same for formats that hold any JSON. */
export const aboutAsJson = ({ version, digest, filter, results }: AboutGraph): object => ({
  version,
  digest,
  filter: JSON.parse(filter) as unknown,
  results,
});
