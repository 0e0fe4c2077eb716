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
  const totals = weighted ? strengths(graph) : degrees(graph);
  const spread = new Float64Array(size);
  let values = new Float64Array(size).fill(1 / size);
  let next = new Float64Array(size);
  let converged = size === 0;
  for (let i = 0; i < maxIterations && !converged; i++) {
    for (let node = 0; node < size; node++) spread[node] = (damping * values[node]!) / totals[node]!;
    gather(graph, spread, next, weighted, (1 - damping) / size);
    converged = difference(values, next) < TOLERANCE;
    [values, next] = [next, values];
  }
  return { values, method: 'power iteration', exact: true, converged };
}

/** What each node gets from its neighbours, and at the least. */
function gather(graph: Graph, spread: Float64Array, next: Float64Array, weighted: boolean, base: number): void {
  const { offsets, neighbours, weights } = graph;
  for (let node = 0; node < next.length; node++) {
    const end = offsets[node + 1]!;
    let sum = base;
    if (weighted)
      for (let place = offsets[node]!; place < end; place++) sum += spread[neighbours[place]!]! * weights[place]!;
    else for (let place = offsets[node]!; place < end; place++) sum += spread[neighbours[place]!]!;
    next[node] = sum;
  }
}

function difference(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum;
}
