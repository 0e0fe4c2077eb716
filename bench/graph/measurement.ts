/** What is measured, and its title. Times are in milliseconds. */
export const TASKS = {
  build: 'build (ms)',
  merge: 'merge of 1,000 changes',
  twoHops: '2 hops, median',
  path: 'shortest path, median',
  pagerank: 'PageRank to 1e-9',
  components: 'components',
  leiden: 'Leiden (graphology: Louvain)',
  modularity: '… modularity reached',
  betweenness: 'betweenness, 50 pivots',
  suggestions: 'suggestions (Adamic–Adar), median',
  peak: 'peak memory (MB)',
} as const;

/** The figures of one contender; null for what it does not offer. */
export type GraphMeasurement = Record<keyof typeof TASKS, number | null>;

/** How often what is quick is asked. */
export const QUESTIONS = 200;

/** Runs once, and tells how many milliseconds it took. */
export function timed<T>(run: () => T): { result: T; time: number } {
  const start = performance.now();
  const result = run();
  return { result, time: performance.now() - start };
}

/** The median time of all questions. */
export function medianTime(ask: (question: number) => unknown): number {
  const times = Array.from({ length: QUESTIONS }, (_, question) => timed(() => ask(question)).time);
  return times.sort((a, b) => a - b)[QUESTIONS / 2]!;
}

/** Hands the figures to the parent process, with the most memory that this one has had. */
export function report(measurement: Omit<GraphMeasurement, 'peak'>): void {
  const peak = process.resourceUsage().maxRSS / 1024;
  process.send!({ ...measurement, peak }, () => process.disconnect());
}
