import type { GraphAnswers } from './answers';
import type { GraphFile } from './random-graph';

/** What is measured, and its title. Times are in milliseconds. */
export const TASKS = {
  build: 'build',
  merge: 'merge of 1,000 changes',
  twoHops: '2 hops, median',
  path: 'shortest path, median',
  pagerank: 'PageRank',
  components: 'components',
  leiden: 'Leiden (graphology: Louvain)',
  betweenness: 'betweenness, 50 pivots',
  suggestions: 'suggestions (Adamic–Adar), median',
} as const;

export type Task = keyof typeof TASKS;

/** What a contender's process is called with. */
export interface Assignment {
  file: GraphFile;
  /** A smaller graph, of which all is asked first, unmeasured; none where the process is to be measured as it starts. */
  warmUp?: GraphFile;
}

/** What a contender made of a graph. Null is what it does not offer. */
export interface Performance {
  times: Record<Task, number | null>;
  answers: GraphAnswers;
}

export interface GraphMeasurement extends Performance {
  /** The library and its version. */
  library: string;
  /** The most memory that its process has had, in MB. */
  peak: number;
}

/** How often what is quick is asked. */
export const QUESTIONS = 200;

/** Runs once, and tells how many milliseconds it took. */
export function timed<T>(run: () => T): { result: T; time: number } {
  const start = performance.now();
  const result = run();
  return { result, time: performance.now() - start };
}

/** Asks all questions. @returns the median time, and the answers */
export function timedEach<T>(ask: (question: number) => T): { results: T[]; time: number } {
  const all = Array.from({ length: QUESTIONS }, (_, question) => timed(() => ask(question)));
  const times = all.map(({ time }) => time).sort((a, b) => a - b);
  return { results: all.map(({ result }) => result), time: times[QUESTIONS / 2]! };
}

/** The node that a question is about. Neighbouring questions are about nodes far apart. */
export const nodeAt = (question: number, { nodeCount }: GraphFile): number => (question * 7919) % nodeCount;

/** Does what the process was called for, and hands the figures to the parent process. */
export function contend(library: string, measure: (file: GraphFile) => Performance): void {
  const { file, warmUp } = JSON.parse(process.argv[2]!) as Assignment;
  if (warmUp) measure(warmUp);
  const performance = measure(file);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.send!({ ...performance, library, peak } satisfies GraphMeasurement, () => process.disconnect());
}
