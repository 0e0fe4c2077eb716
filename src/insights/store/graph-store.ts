import type { DerivedGraph } from './derive-graph';
import { filterKey, type GraphFilter } from './filter';
import { GraphWorker } from './graph-worker';
import type { TableSource } from './load-tables';
import { type GraphTables, sizeOf } from './tables';

export interface GraphStoreOptions extends TableSource {
  /** The most memory, in bytes, that derived graphs take; 512 MB by default. The one that was asked for last stays. */
  maxBytes?: number;
  /** The present time in milliseconds; Date.now by default. */
  now?: () => number;
}

/** A version is held while it is one of the latest so many, */
export const HELD_VERSIONS = 8;
/** or has been there for less than so many milliseconds, up to MAX_VERSIONS in all. */
export const HELD_MILLISECONDS = 600_000;
const MAX_VERSIONS = 64;

interface Version {
  tables: GraphTables;
  loadedAt: number;
}

/** A version was asked for that is no longer held, or never was. */
export class GraphVersionGone extends Error {
  constructor(readonly version: string) {
    super(
      `Expected a version of the graph from the last ten minutes, but got ${version}: leave it out for the latest.`,
    );
  }
}

/** The graphs of the latest tables and of those before, as filters ask for them. */
export class GraphStore {
  private readonly worker = new GraphWorker();
  private readonly versions = new Map<string, Version>();
  /** By version and filter, those asked for last at the end. */
  private readonly graphs = new Map<string, Promise<DerivedGraph>>();
  private readonly bytes = new Map<string, number>();
  private latest: Promise<GraphTables> | undefined;

  constructor(private readonly options: GraphStoreOptions) {}

  /**
   * Reads the database anew. From when it is done on, what was read is the latest version, unless the position in the log
   * is still the same.
   * @returns The position.
   */
  async refresh(): Promise<string> {
    const { connection, positionStatement } = this.options;
    const loading = this.worker.load({ connection, positionStatement });
    this.latest ??= loading;
    let tables: GraphTables;
    try {
      tables = await loading;
    } catch (error) {
      // A first load that failed is tried again by the next question.
      if (this.latest === loading) this.latest = undefined;
      throw error;
    }
    // A position that is held stays as it was: asked for again, it gives the same answers.
    if (!this.versions.has(tables.version)) {
      this.versions.set(tables.version, { tables, loadedAt: this.now() });
      this.latest = loading;
      this.dropOldVersions();
    }
    return tables.version;
  }

  /**
   * The graph that a filter makes; those who ask for the same at the same time share one computation.
   * @param version Of an earlier answer; the latest by default, which is loaded if none is yet.
   * @throws GraphVersionGone
   */
  async graph(filter: GraphFilter, version?: string): Promise<DerivedGraph> {
    const tables = await this.tables(version);
    const key = `${tables.version} ${filterKey(filter)}`;
    const graph = this.graphs.get(key) ?? this.derive(key, tables, filter);
    this.graphs.delete(key);
    this.graphs.set(key, graph);
    return graph;
  }

  async close(): Promise<void> {
    await this.worker.close();
  }

  /** Whether there are tables, or they are being read: what nobody has asked for need not be kept fresh. */
  get isInUse(): boolean {
    return this.latest !== undefined;
  }

  /**
   * What a version's graphs are made of.
   * @param version The latest by default, which is loaded if none is yet.
   * @throws GraphVersionGone
   */
  async tables(version?: string): Promise<GraphTables> {
    // What is asked for by a process that has read nothing yet may well be the latest.
    if (!this.latest) await this.refresh();
    const latest = await this.latest!;
    const tables = version === undefined ? latest : this.versions.get(version)?.tables;
    if (!tables) throw new GraphVersionGone(version!);
    return tables;
  }

  private derive(key: string, tables: GraphTables, filter: GraphFilter): Promise<DerivedGraph> {
    const graph = this.worker.derive(tables, filter);
    graph.then(
      ({ graph, layers, arcs, isolates }) =>
        this.note(key, sizeOf([...new Set([graph, ...layers.values()]), arcs ?? [], isolates])),
      () => this.forget(key),
    );
    return graph;
  }

  /** Takes down what a graph weighs, and lets go of those that were asked for longest ago where that is too much. */
  private note(key: string, size: number): void {
    if (!this.graphs.has(key)) return;
    this.bytes.set(key, size);
    let total = [...this.bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
    const { maxBytes = 512 * 1024 * 1024 } = this.options;
    for (const oldest of [...this.graphs.keys()].slice(0, -1)) {
      if (total <= maxBytes) return;
      total -= this.bytes.get(oldest) ?? 0;
      if (this.bytes.has(oldest)) this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.graphs.delete(key);
    this.bytes.delete(key);
  }

  private dropOldVersions(): void {
    const surplus = [...this.versions].slice(0, -HELD_VERSIONS);
    for (const [version, { loadedAt }] of surplus) {
      const isYoung = this.now() - loadedAt < HELD_MILLISECONDS;
      if (isYoung && this.versions.size <= MAX_VERSIONS) continue;
      this.versions.delete(version);
      for (const key of this.graphs.keys()) if (key.startsWith(`${version} `)) this.forget(key);
    }
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}
