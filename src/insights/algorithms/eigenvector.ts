import { type Graph, nodeCount } from '../graph/graph';
import type { Scores } from './scores';

export interface EigenvectorOptions {
  /** Whether links count by their weight; false by default. */
  weighted?: boolean;
  /** 1,000 by default. */
  maxIterations?: number;
}

// Of the sum of absolute changes in one iteration.
const TOLERANCE = 1e-10;

/**
 * The eigenvector of the adjacency matrix A for its largest eigenvalue, of Euclidean length 1 (Bonacich 1987):
 * a node is central if its neighbours are. Power iteration on A + I from equal values, as in
 * networkx.eigenvector_centrality, but until it stands still to an absolute 1e-10 in all. Outside the component with
 * the largest eigenvalue it tends to 0.
 */
export function eigenvector(graph: Graph, { weighted = false, maxIterations = 1000 }: EigenvectorOptions = {}): Scores {
  const size = nodeCount(graph);
  let values = new Float64Array(size).fill(1 / size);
  let next = new Float64Array(size);
  let converged = size === 0;
  for (let i = 0; i < maxIterations && !converged; i++) {
    multiply(graph, values, next, weighted);
    converged = normalise(next, values) < TOLERANCE;
    [values, next] = [next, values];
  }
  return { values, method: 'power iteration', exact: true, converged };
}

/** next = (A + I) values. */
function multiply(graph: Graph, values: Float64Array, next: Float64Array, weighted: boolean): void {
  const { offsets, neighbours, weights } = graph;
  for (let node = 0; node < values.length; node++) {
    const end = offsets[node + 1]!;
    let sum = values[node]!;
    if (weighted)
      for (let place = offsets[node]!; place < end; place++) sum += values[neighbours[place]!]! * weights[place]!;
    else for (let place = offsets[node]!; place < end; place++) sum += values[neighbours[place]!]!;
    next[node] = sum;
  }
}

/** Scales to length 1, and gives the sum of absolute differences from the values before. */
function normalise(next: Float64Array, before: Float64Array): number {
  let squares = 0;
  for (const value of next) squares += value * value;
  const length = Math.sqrt(squares);
  let change = 0;
  for (let node = 0; node < next.length; node++) {
    next[node]! /= length;
    change += Math.abs(next[node]! - before[node]!);
  }
  return change;
}
