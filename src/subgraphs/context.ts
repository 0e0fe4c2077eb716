import { scopeOf, type Viewer } from '../access/viewer';
import type { Database } from '../data/database';
import { Reader } from '../data/reader';

/** What a process keeps for all operations. */
export interface Services {
  database: Database;
}

/** Who asks, and how. */
export interface Caller {
  /** Null for anonymous callers. */
  viewer: Viewer | null;
  /** The caller's languages, best first; empty for the original ones. */
  locales: readonly string[];
}

/** What resolvers get of an operation. */
export interface Context extends Services, Caller {
  /** Reads the graph, batched, for this operation, with the viewer's eyes. */
  reader: Reader;
}

/** The context of one operation, or of one event of a subscription: readers remember what they have read. */
export const createContext = (services: Services, caller: Caller): Context => ({
  ...services,
  ...caller,
  reader: new Reader(services.database, caller.locales, scopeOf(caller.viewer)),
});
