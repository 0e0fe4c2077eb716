import { scopeOf, type Viewer } from '../access/viewer';
import type { Commands } from '../commands/commands';
import type { Database, Queryable } from '../data/database';
import { Reader } from '../data/reader';
import type { Replicas } from '../data/replicas/replicas';
import type { EventLog } from '../events/log';
import type { GraphEngine } from '../insights/engine';
import type { Webhooks } from '../webhooks/webhooks';
import type { Site } from './site';
import type { TableChanges } from './table-changes';

/** What a process keeps for all operations. */
export interface Services {
  /** The primary. */
  database: Database;
  /** Where queries are read. */
  replicas: Replicas;
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
  /** Which tables have changed, as far as this process knows. */
  changes: TableChanges;
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
  /** What must have been replayed where it is read for this caller. Default: what this process has been told of. */
  position?: number;
  /** Called when something was written for this caller, with the position that replicas must replay to show it. */
  onWritten?: (position: number) => void;
}

/** What resolvers get of an operation. */
export interface Context extends Services, Caller {
  /** Reads the graph, batched, for this operation, with the viewer's eyes. */
  reader: Reader;
}

/** Told of what an answer is made of. */
export interface Observer {
  /** A statement is about to be run. */
  onStatement(text: string): void;
  /** Something else than rows is asked for: who the caller is, where the log stands, a graph in memory. */
  onOther(): void;
}

/** The context of an operation, or of one event of a subscription, that reads from the primary: readers remember what they have read. */
export const createContext = (services: Services, caller: Caller): Context => ({
  ...services,
  ...caller,
  reader: createReader(services, caller),
});

/**
 * The context of a client's operation: it may read from a replica.
 * @param reads what it is run on, where that has been used already
 */
export const createQueryContext = (
  services: Services,
  caller: Caller,
  reads: Queryable = readsOf(services, caller),
): Context => ({ ...services, ...caller, reader: readerOf(reads, caller) });

/** The same, but observed: what is not told of has no part in the answer, but for what stays as it is, and the languages. */
export function createObservedContext(
  services: Services,
  caller: Caller,
  observer: Observer,
  reads: Queryable,
): Context {
  const context = createQueryContext(services, caller, reads);
  const { site: _always, ...others } = services;
  for (const [name, value] of Object.entries({ ...others, viewer: caller.viewer })) {
    const get = (): unknown => {
      observer.onOther();
      return value;
    };
    Object.defineProperty(context, name, { get, enumerable: true });
  }
  return context;
}

/** A reader that has read nothing yet, from the primary. Its statements end when the caller leaves. */
export const createReader = ({ database }: Pick<Services, 'database'>, caller: Caller): Reader =>
  readerOf(database.until(caller.signal), caller);

const readerOf = (reads: Queryable, { locales, viewer }: Caller): Reader => new Reader(reads, locales, scopeOf(viewer));

/** What a caller's query is run on. Its statements end when the caller leaves, and an observer is told of each. */
export function readsOf(
  { replicas }: Pick<Services, 'replicas'>,
  { signal, position }: Caller,
  observer?: Observer,
): Queryable {
  const queryable = replicas.reads(signal, position);
  if (!observer) return queryable;
  return {
    maxNestedRows: queryable.maxNestedRows,
    rows: ({ text, values }) => {
      observer.onStatement(text);
      return queryable.rows({ text, values });
    },
    sent: ({ text, values }) => {
      observer.onStatement(text);
      return queryable.sent({ text, values });
    },
    keepUpWith: (position) => queryable.keepUpWith?.(position),
  };
}
