import { modularity } from '../../src/insights/algorithms/modularity';
import type { Graph } from '../../src/insights/graph/graph';

/** What a contender answered, for comparison. Null is what it does not offer. */
export interface GraphAnswers {
  /** The sum of all degrees, and after the merge; and then that of their squares. */
  degreeSum: number;
  mergedDegreeSum: number;
  mergedDegreeSquares: number;
  /** The number of nodes within two hops, over all questions, and the number of links of shortest paths. */
  twoHops: number;
  paths: number;
  componentCount: number;
  largestComponent: number;
  /** The first ten, best first. */
  pagerank: Ranked[];
  betweenness: Ranked[] | null;
  /** The ten best scores for the first {@link SUGGESTED} questions. */
  suggestions: number[] | null;
  /** The community of each node, with the first seed. */
  communities: number[];
  /** What it computes of the communities with each seed. */
  modularities: number[];
}

export type Ranked = [node: number, value: number];

/** Of how many questions the suggestions are compared. */
export const SUGGESTED = 10;

// Of values, relative: PageRank is the result of an iteration everywhere.
const TOLERANCE = 1e-6;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The ten highest of all nodes' values. */
export function topTen(values: ArrayLike<number>): Ranked[] {
  const nodes = Array.from({ length: values.length }, (_, node) => node);
  nodes.sort((a, b) => values[b]! - values[a]! || a - b);
  return nodes.slice(0, 10).map((node) => [node, values[node]!]);
}

/** Compares what was answered with our own answers. Communities are a matter of chance: their modularity is checked. @throws where it differs */
export function requireSame(name: string, other: GraphAnswers, own: GraphAnswers, graph: Graph): void {
  const differ = (what: string, got: unknown, expected: unknown): never => {
    throw new Error(
      `${what}: expected ${JSON.stringify(expected)}, as we answer, but ${name} answers ${JSON.stringify(got)}.`,
    );
  };
  for (const key of Object.keys(own) as (keyof GraphAnswers)[]) {
    const [got, expected] = [other[key], own[key]];
    if (got === null || key === 'communities' || key === 'modularities') continue;
    if (!isSame(got, expected)) differ(key, got, expected);
  }
  const reckoned = modularity(graph, Uint32Array.from(other.communities))!;
  if (!isSame(other.modularities[0], reckoned))
    differ('modularity of its communities', other.modularities[0], reckoned);
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE * Math.abs(b);
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, i) => isSame(item, b[i]));
}
