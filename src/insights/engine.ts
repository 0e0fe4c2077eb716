import type { AdoptionHistory, ExposureResult } from './exposure';
import type { GraphExport } from './export-graph';
import type { Answers, Question } from './questions';
import type { DerivedGraph } from './store/derive-graph';
import type { GraphFilter, GraphLayer } from './store/filter';
import type { GraphTables } from './store/tables';

/** A graph that questions can be asked about. */
export interface AnalysedGraph {
  readonly derived: DerivedGraph;
  /** What it was made of. */
  readonly tables: GraphTables;
  /** The same for the same graph, in whatever versions, and the same knowledge of its cities. */
  readonly name: string;
}

/** The most links that a graph of the local engine may have. */
export const MAX_LINKS = 50_000_000;

/** What an engine can do. */
export interface Capabilities {
  /** How it is called: `local` for the one that computes in threads of this process. */
  readonly name: string;
  readonly layers: readonly GraphLayer[];
  readonly questions: readonly Question['name'][];
  /** The most links that a graph should have; beyond that it is exported and analysed elsewhere: docs/scale.md. */
  readonly maxLinks: number;
  /** How long one question may take, in seconds. */
  readonly timeLimit: number;
}

/** What an answer is expected to take, by the size of the graph. */
export interface Estimate {
  seconds: number;
  /** Of memory, beside the graph. */
  bytes: number;
}

export interface RunOptions {
  /** Ends the wait, and the computation with it where nobody else waits for the same. */
  signal?: AbortSignal;
}

/**
 * What graphs of the cities' ties are kept by, and questions about them answered. Ours is {@link LocalEngine}; one that hands
 * graphs to a cluster would implement the same.
 */
export interface GraphEngine {
  readonly capabilities: Capabilities;

  /**
   * What the graphs of a version are made of.
   * @param version Of an earlier answer; the latest by default.
   * @param position What was written up to there must be in the latest version: a position of the primary's write-ahead log.
   * @throws GraphVersionGone
   */
  tables(version?: string, position?: number): Promise<GraphTables>;

  /**
   * The graph that a filter makes.
   * @param version Of an earlier answer; the latest by default.
   * @throws GraphVersionGone
   */
  graph(filter: GraphFilter, version?: string): Promise<AnalysedGraph>;

  /** What a question about a whole graph would take. */
  estimate(graph: AnalysedGraph, question: Question): Estimate;

  /**
   * Answers a question about a whole graph. Those who ask the same at the same time share one computation.
   * @throws QuestionTooLarge where the estimate, or else the computation, passes the time limit, or too many others wait
   * @throws the signal's reason once it is aborted
   */
  run<Q extends Question>(graph: AnalysedGraph, question: Q, options?: RunOptions): Promise<Answers[Q['name']]>;

  /**
   * Computes what a history tells.
   * @param name The same for the same history: its result is remembered by it.
   * @param read Called where it is not.
   * @throws as `run` does
   */
  exposure(name: string, read: () => Promise<AdoptionHistory>, options?: RunOptions): Promise<ExposureResult>;

  /** A graph as it leaves for other programs, to be streamed. */
  export(graph: AnalysedGraph): GraphExport;

  /** Says that the data have changed: they are followed soon, if anybody has ever asked for a graph. */
  noteChange(): void;

  /** Follows what has changed up to now. @throws what PostgreSQL or the connection to it reports */
  refresh(): Promise<void>;

  close(): Promise<void>;
}
