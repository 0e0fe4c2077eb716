import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { AdoptionHistory, ExposureResult } from './exposure';
import type { Answers, Question } from './questions';
import type { DerivedGraph } from './store/derive-graph';
import { filterKey, type GraphFilter } from './store/filter';
import { GraphStore, type GraphStoreOptions } from './store/graph-store';
import { QuestionPool, type QuestionPoolOptions } from './store/question-pool';
import { type GraphTables, sizeOf } from './store/tables';

export interface GraphEngineOptions extends GraphStoreOptions, QuestionPoolOptions {
  /** The most memory, in bytes, that answers take; 256 MB by default. */
  maxAnswerBytes?: number;
  /** The least time between two readings of the database, in milliseconds; 1,000 by default. */
  refreshInterval?: number;
  /** Told of a reading that failed; the next change is the occasion for another try. */
  onRefreshError: (error: unknown) => void;
}

/** A graph that questions can be asked about. */
export interface AnalysedGraph {
  readonly derived: DerivedGraph;
  /** What it was made of. */
  readonly tables: GraphTables;
  /** The same for the same filter and version. */
  readonly key: string;
}

// What an answer takes beside its figures: about.
const ANSWER_OVERHEAD = 500;

/** Graphs of the cities' ties and what can be computed of them: kept fresh, computed in threads, remembered, and shared by all. */
export class GraphEngine {
  private readonly store: GraphStore;
  private readonly pool: QuestionPool;
  private readonly answers: LRUCache<string, object>;
  private readonly asked = new Map<string, Promise<object>>();
  private isStale = false;
  private isRefreshing = false;
  private readonly end = new AbortController();

  constructor(private readonly options: GraphEngineOptions) {
    this.store = new GraphStore(options);
    this.pool = new QuestionPool(options);
    const { maxAnswerBytes: maxSize = 256 * 1024 * 1024 } = options;
    this.answers = new LRUCache({ maxSize, sizeCalculation: (answer) => ANSWER_OVERHEAD + sizeOf(answer) });
  }

  /**
   * @param version Of an earlier answer; the latest by default.
   * @throws GraphVersionGone
   */
  async graph(filter: GraphFilter, version?: string): Promise<AnalysedGraph> {
    const tables = await this.store.tables(version);
    const derived = await this.store.graph(filter, tables.version);
    return { derived, tables, key: `${tables.version} ${filterKey(filter)}` };
  }

  /**
   * Answers a question about a whole graph, in a thread. Those who ask the same at the same time share one computation.
   * @throws QuestionTooLarge
   */
  async ask<Q extends Question>({ derived, tables, key }: AnalysedGraph, question: Q): Promise<Answers[Q['name']]> {
    const name = `${key} ${JSON.stringify(question)}`;
    const known = this.answers.get(name);
    if (known) return known as Answers[Q['name']];
    let asked = this.asked.get(name) as Promise<Answers[Q['name']]> | undefined;
    if (!asked) {
      asked = this.compute(name, question, { derived, tables, key });
      this.asked.set(name, asked);
    }
    return asked;
  }

  /** Computes in a thread what {@link AdoptionHistory} tells. @throws QuestionTooLarge */
  async exposure(history: AdoptionHistory): Promise<ExposureResult> {
    return this.pool.exposure(history);
  }

  /** Says that the data have changed: they are read anew soon, if anybody has ever asked for a graph. */
  noteChange(): void {
    this.isStale = true;
    if (!this.isRefreshing && this.store.isInUse) void this.keepFresh();
  }

  /** Reads the data anew. @throws what PostgreSQL or the connection to it reports. */
  async refresh(): Promise<void> {
    await this.store.refresh();
  }

  async close(): Promise<void> {
    this.end.abort();
    await Promise.all([this.store.close(), this.pool.close()]);
  }

  /** Reads until nothing has changed meanwhile, with pauses. */
  private async keepFresh(): Promise<void> {
    const { refreshInterval = 1000, onRefreshError } = this.options;
    const { signal } = this.end;
    this.isRefreshing = true;
    while (this.isStale && !signal.aborted) {
      this.isStale = false;
      try {
        await this.refresh();
        await setTimeout(refreshInterval, undefined, { signal, ref: false });
      } catch (error) {
        if (this.end.signal.aborted) break;
        onRefreshError(error);
      }
    }
    this.isRefreshing = false;
  }

  private async compute<Q extends Question>(
    name: string,
    question: Q,
    { derived: { graph }, tables }: AnalysedGraph,
  ): Promise<Answers[Q['name']]> {
    try {
      const { cities, slugs, countries, regions, populations } = tables;
      const subject = { derived: { graph }, tables: { cities, slugs, countries, regions, populations } };
      const answer = await this.pool.ask(question, subject);
      this.answers.set(name, answer);
      return answer;
    } finally {
      this.asked.delete(name);
    }
  }
}
