import { type Graph, nodeCount } from '../graph/graph';
import { degrees, strengths } from './degree';
import type { Scores } from './scores';

export interface PageRankOptions {
  /** The probability to follow a link rather than to start anew anywhere; 0.85 by default. */
  damping?: number;
  /** Whether links are followed in proportion to their weight, or all alike; false by default. */
  weighted?: boolean;
  /** 200 by default, which is enough for a damping of 0.85. */
  maxIterations?: number;
}

// Of the sum of absolute changes in one iteration. networkx multiplies its tolerance by the number of nodes, and so stops
// in a large graph when hardly begun.
const TOLERANCE = 1e-9;

/**
 * The share of time that a random walker spends at each node; the sum is 1 (Page and others 1999). Power iteration from
 * equal shares. networkx.pagerank, with weight=None unless `weighted`.
 */
export function pagerank(
  graph: Graph,
  { damping = 0.85, weighted = false, maxIterations = 200 }: PageRankOptions = {},
): Scores {
  const size = nodeCount(graph);
  const { offsets, neighbours } = graph;
  const weights = weighted ? graph.weights : undefined;
  const totals = weighted ? strengths(graph) : new Float64Array(degrees(graph));
  const values = new Float64Array(size).fill(1 / size);
  let shares = totals.map((total) => (damping * (1 / size)) / total);
  let next = new Float64Array(size);
  let converged = size === 0;
  for (let i = 0; i < maxIterations && !converged; i++) {
    converged = iterate(offsets, neighbours, weights, totals, damping, values, shares, next) < TOLERANCE;
    [shares, next] = [next, shares];
  }
  return { values, method: 'power iteration', exact: true, converged };
}

/**
 * Gives each node what its neighbours have for it, and at the least.
 * @param weights Of links; all alike without.
 * @param totals Of the weights of each node's links.
 * @param shares What each node has for a neighbour, for each unit of weight.
 * @param next What it has the next time.
 * @returns The sum of absolute changes.
 */
function iterate(
  offsets: Uint32Array,
  neighbours: Uint32Array,
  weights: Float64Array | undefined,
  totals: Float64Array,
  damping: number,
  values: Float64Array,
  shares: Float64Array,
  next: Float64Array,
): number {
  const size = values.length;
  let change = 0;
  for (let node = 0; node < size; node++) {
    const end = offsets[node + 1]!;
    let sum = (1 - damping) / size;
    if (weights)
      for (let place = offsets[node]!; place < end; place++) sum += shares[neighbours[place]!]! * weights[place]!;
    else for (let place = offsets[node]!; place < end; place++) sum += shares[neighbours[place]!]!;
    change += Math.abs(sum - values[node]!);
    values[node] = sum;
    next[node] = (damping * sum) / totals[node]!;
  }
  return change;
}
