import { scopeOf, type Viewer } from '../access/viewer';
import type { Commands } from '../commands/commands';
import type { Database } from '../data/database';
import { Reader } from '../data/reader';
import type { EventLog } from '../events/log';
import type { GraphEngine } from '../insights/engine';
import type { Webhooks } from '../webhooks/webhooks';
import type { Site } from './site';

/** What a process keeps for all operations. */
export interface Services {
  database: Database;
  /** Writes. */
  commands: Commands;
  /** What has happened, in order. */
  log: EventLog;
  /** Graphs of the cities' ties. */
  graphs: GraphEngine;
  /** Tells of events by HTTP. */
  webhooks: Webhooks;
  /** Where all this is found. */
  site: Site;
}

/** Who asks, and how. */
export interface Caller {
  /** Null for anonymous callers. */
  viewer: Viewer | null;
  /** The caller's languages, best first; empty for the original ones. */
  locales: readonly string[];
  /** Aborted when the caller has left: what is computed for them alone need not be ended. Default: never. */
  signal?: AbortSignal;
  /** Where the request comes from; undefined for what the process asks itself, which no budget counts. */
  address?: string;
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
  reader: createReader(services, caller),
});

/** A reader that has read nothing yet. Its statements end when the caller leaves. */
export const createReader = ({ database }: Pick<Services, 'database'>, { locales, viewer, signal }: Caller): Reader =>
  new Reader(database.until(signal), locales, scopeOf(viewer));
