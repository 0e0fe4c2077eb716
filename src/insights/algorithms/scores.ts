/** A centrality of every node, and how it was reached. */
export interface Scores {
  readonly values: Float64Array;
  /** The algorithm, in words. */
  readonly method: string;
  /** False where it is an estimate from a sample. */
  readonly exact: boolean;
  /** False where an iteration was ended before its result stood still. */
  readonly converged: boolean;
}
