import type pg from 'pg';
import type { Changes } from './advance-tables';
import type { DerivedGraph } from './derive-graph';
import { filterKey, type GraphFilter } from './filter';
import { GraphWorker } from './graph-worker';
import { type GraphTables, sizeOf } from './tables';
import { Versions } from './versions';

export interface GraphStoreOptions {
  connection: pg.ClientConfig;
  /** The most memory, in bytes, that derived graphs take; 512 MB by default. The one that was asked for last stays. */
  maxBytes?: number;
  /** The present time in milliseconds; Date.now by default. */
  now?: () => number;
}

/** A version was asked for that is no longer held, or never was. */
export class GraphVersionGone extends Error {
  constructor(readonly version: string) {
    super(
      `Expected a version of the graph from the last ten minutes, but got ${version}: leave it out for the latest.`,
    );
  }
}

/** A graph that is made, or being made. */
export interface StoredGraph {
  /** The same for the same graph, in whatever versions, and the same knowledge of its cities. */
  readonly name: string;
  readonly graph: Promise<DerivedGraph>;
}

// Beyond this share of all cities it takes longer to change a graph than to make it.
const MAX_CHANGED_SHARE = 1 / 4;

/** The graphs of the latest tables and of those before, as filters ask for them. */
export class GraphStore {
  private readonly worker = new GraphWorker();
  private readonly versions: Versions;
  /** By version and filter, those asked for last at the end. */
  private readonly graphs = new Map<string, StoredGraph>();
  private readonly bytes = new WeakMap<Promise<DerivedGraph>, number>();
  private reading: Promise<GraphTables> | undefined;
  private nextReading: Promise<GraphTables> | undefined;
  /** Whether somebody waits for all that is committed: the next reading is to have it. */
  private isToCatchUp = false;
  /** Whatever was committed when the primary had written less than this is in the latest tables. */
  private reached = 0;

  constructor(private readonly options: GraphStoreOptions) {
    this.versions = new Versions(options.now ?? Date.now);
  }

  /**
   * Follows the event log to where it ends now: the records that events are about are read; all of them for the first time.
   * @returns the latest tables from then on
   */
  async refresh(): Promise<GraphTables> {
    if (!this.reading) return this.read();
    // What is being read may be of before: those who ask meanwhile share the next reading.
    this.nextReading ??= this.reading
      .catch(() => undefined)
      .then(() => {
        this.nextReading = undefined;
        return this.read();
      });
    return this.nextReading;
  }

  /**
   * What a version's graphs are made of.
   * @param version The latest by default, which is read if none is yet.
   * @param position What was written up to there must be in the latest version, though this process may not have heard of it.
   * @throws GraphVersionGone
   */
  async tables(version?: string, position?: number): Promise<GraphTables> {
    if (version === undefined && position !== undefined && position >= this.reached) await this.catchUp();
    // What is asked for by a process that has read nothing yet may well be the latest.
    const latest = this.versions.latest ?? (await (this.reading ?? this.read()));
    // Another process may have got further: what it has answered with, this one can follow.
    if (version !== undefined && Number(version) > Number(latest.version)) await this.refresh();
    const tables = this.versions.tell(version ?? latest.version);
    if (!tables) throw new GraphVersionGone(version!);
    return tables;
  }

  /** The graph that a filter makes of a version that is held; those who ask for the same at the same time share one computation. */
  graph(filter: GraphFilter, tables: GraphTables): StoredGraph {
    const ofFilter = filterKey(filter);
    const key = `${tables.version} ${ofFilter}`;
    const stored = this.graphs.get(key) ?? this.derive(ofFilter, tables, filter);
    this.graphs.delete(key);
    this.graphs.set(key, stored);
    return stored;
  }

  async close(): Promise<void> {
    await this.worker.close();
  }

  /** Whether there are tables, or they are being read: what nobody has asked for need not be kept fresh. */
  get isInUse(): boolean {
    return this.versions.latest !== undefined || this.reading !== undefined;
  }

  private async catchUp(): Promise<void> {
    this.isToCatchUp = true;
    await this.refresh();
  }

  private read(): Promise<GraphTables> {
    this.reading ??= this.follow().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async follow(): Promise<GraphTables> {
    const before = this.versions.latest;
    const { isToCatchUp } = this;
    this.isToCatchUp = false;
    const { tables, changes, reached } = await this.worker.follow(this.options.connection, before, isToCatchUp);
    if (before && before.log !== tables.log) this.forgetVersions(this.versions.clear());
    this.forgetVersions(this.versions.add(tables, changes));
    if (reached !== undefined) this.reached = reached;
    return tables;
  }

  /** Out of the graph of an earlier version where there is one, else out of all records. */
  private derive(ofFilter: string, tables: GraphTables, filter: GraphFilter): StoredGraph {
    const name = `${tables.version} ${ofFilter}`;
    const earlier = this.earlier(ofFilter, tables, filter);
    if (!earlier) return this.made(name, this.worker.derive(tables, filter));
    const { stored, changes } = earlier;
    const isConcerned = filter.layers.some((layer) => changes.cities.has(layer));
    if (!isConcerned) return changes.attributes ? { name, graph: stored.graph } : stored;
    const advance = async () => this.worker.derive(tables, filter, { graph: await stored.graph, changes });
    return this.made(name, advance());
  }

  private made(name: string, graph: Promise<DerivedGraph>): StoredGraph {
    const stored = { name, graph };
    graph.then(
      ({ graph: all, layers, arcs, isolates }) => {
        this.bytes.set(graph, sizeOf([...new Set([all, ...layers.values()]), arcs ?? [], isolates]));
        this.dropSurplus();
      },
      () => this.forget((other) => other === stored),
    );
    return stored;
  }

  /** The latest graph that the filter has made of a version before, and what lies between. */
  private earlier(
    ofFilter: string,
    { version, cities }: GraphTables,
    { layers, initiatives }: GraphFilter,
  ): { stored: StoredGraph; changes: Changes } | undefined {
    for (const { version: before, changes } of this.versions.before(version)) {
      const changed = layers.reduce((sum, layer) => sum + (changes.cities.get(layer)?.length ?? 0), 0);
      if ((initiatives && changes.initiatives) || changed > cities.length * MAX_CHANGED_SHARE) return undefined;
      const stored = this.graphs.get(`${before} ${ofFilter}`);
      if (stored) return { stored, changes };
    }
    return undefined;
  }

  /** Lets go of the graphs that were asked for longest ago where all take too much memory. */
  private dropSurplus(): void {
    const { maxBytes = 512 * 1024 * 1024 } = this.options;
    const total = (): number =>
      [...new Set([...this.graphs.values()].map(({ graph }) => graph))].reduce(
        (sum, graph) => sum + (this.bytes.get(graph) ?? 0),
        0,
      );
    for (const [key, { graph }] of [...this.graphs].slice(0, -1)) {
      if (total() <= maxBytes) return;
      if (this.bytes.has(graph)) this.graphs.delete(key);
    }
  }

  private forgetVersions(names: readonly string[]): void {
    for (const name of names) this.forget((_, key) => key.startsWith(`${name} `));
  }

  private forget(isGone: (stored: StoredGraph, key: string) => boolean): void {
    for (const [key, stored] of this.graphs) if (isGone(stored, key)) this.graphs.delete(key);
  }
}
