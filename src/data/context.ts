import type { Reader } from './reader';

/** What resolvers get of a request. */
export interface Context {
  /** Reads the graph, batched, for this operation. */
  reader: Reader;
}
