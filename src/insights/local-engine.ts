import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import {
  type AnalysedGraph,
  type Capabilities,
  type Estimate,
  type GraphEngine,
  MAX_LINKS,
  type RunOptions,
} from './engine';
import { estimate } from './estimate';
import { exportGraph, type GraphExport } from './export-graph';
import type { AdoptionHistory, ExposureResult } from './exposure';
import { type Answers, type Question, QUESTIONS } from './questions';
import { GRAPH_LAYERS, type GraphFilter } from './store/filter';
import { GraphStore, type GraphStoreOptions } from './store/graph-store';
import { SharedWork } from './shared-work';
import { QuestionPool, type QuestionPoolOptions, sizeInWords, TIME_LIMIT } from './store/question-pool';
import { HOW_TO_NARROW, QuestionTooLarge } from './store/too-large';
import { type GraphTables, sizeOf } from './store/tables';

export interface LocalEngineOptions extends GraphStoreOptions, QuestionPoolOptions {
  /** The most memory, in bytes, that answers take; 256 MB by default. */
  maxAnswerBytes?: number;
  /** The least time between two readings of the database, in milliseconds; 1,000 by default. */
  refreshInterval?: number;
  /** Told of a reading that failed; the next change is the occasion for another try. */
  onRefreshError: (error: unknown) => void;
}

// Estimates are that rough: what may be in time after all is tried.
const ERROR_OF_ESTIMATE = 3;

// What an answer takes beside its figures: about.
const ANSWER_OVERHEAD = 500;

/** Graphs of the cities' ties and what can be computed of them: kept fresh, computed in threads, remembered, and shared by all. */
export class LocalEngine implements GraphEngine {
  readonly capabilities: Capabilities;
  private readonly store: GraphStore;
  private readonly pool: QuestionPool;
  private readonly answers: LRUCache<string, object>;
  private readonly work = new SharedWork();
  private isStale = false;
  private isRefreshing = false;
  private readonly end = new AbortController();

  constructor(private readonly options: LocalEngineOptions) {
    const { timeLimit = TIME_LIMIT } = options;
    this.capabilities = {
      name: 'local',
      layers: GRAPH_LAYERS,
      questions: QUESTIONS,
      maxLinks: MAX_LINKS,
      timeLimit: timeLimit / 1000,
    };
    this.store = new GraphStore(options);
    this.pool = new QuestionPool(options);
    const { maxAnswerBytes: maxSize = 256 * 1024 * 1024 } = options;
    this.answers = new LRUCache({ maxSize, sizeCalculation: (answer) => ANSWER_OVERHEAD + sizeOf(answer) });
  }

  tables(version?: string, position?: number): Promise<GraphTables> {
    return this.store.tables(version, position);
  }

  async graph(filter: GraphFilter, version?: string): Promise<AnalysedGraph> {
    const tables = await this.store.tables(version);
    const { name, graph } = this.store.graph(filter, tables);
    return { derived: await graph, tables, name };
  }

  estimate({ derived: { graph } }: AnalysedGraph, question: Question): Estimate {
    return estimate(graph, question);
  }

  async run<Q extends Question>(
    analysed: AnalysedGraph,
    question: Q,
    { signal }: RunOptions = {},
  ): Promise<Answers[Q['name']]> {
    const { slugs, countries, regions, populations } = analysed.tables;
    const { graph } = analysed.derived;
    const subject = { derived: { graph }, tables: { slugs, countries, regions, populations } };
    return this.remembered(`${analysed.name} ${JSON.stringify(question)}`, signal, (end) => {
      this.requireFeasible(analysed, question);
      return this.pool.ask(question, subject, end);
    });
  }

  exposure(name: string, read: () => Promise<AdoptionHistory>, { signal }: RunOptions = {}): Promise<ExposureResult> {
    return this.remembered(`exposure ${name}`, signal, async (end) => this.pool.exposure(await read(), end));
  }

  export(graph: AnalysedGraph): GraphExport {
    return exportGraph(graph);
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

  /** The answer that is known by a name, else what is computed for all who ask for it. */
  private async remembered<A extends object>(
    name: string,
    signal: AbortSignal | undefined,
    compute: (end: AbortSignal) => Promise<A>,
  ): Promise<A> {
    const known = this.answers.get(name);
    if (known) return known as A;
    return this.work.share(
      name,
      async (end) => {
        const answer = await compute(end);
        this.answers.set(name, answer);
        return answer;
      },
      signal,
    );
  }

  /** @throws QuestionTooLarge where it would take too long by far. */
  private requireFeasible(analysed: AnalysedGraph, question: Question): void {
    const { seconds } = this.estimate(analysed, question);
    const { timeLimit } = this.capabilities;
    if (seconds <= timeLimit * ERROR_OF_ESTIMATE) return;
    throw new QuestionTooLarge(
      `Expected a question of at most ${timeLimit} seconds, but ${sizeInWords(analysed.derived.graph)} would take about ` +
        `${Number(seconds.toPrecision(2))}: ${HOW_TO_NARROW}.`,
    );
  }
}
