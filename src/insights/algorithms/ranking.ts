import { significant } from '../graph/significant';

export interface RankedNode {
  /** From 1; nodes of equal score share a rank, and the next one counts them all: 1, 2, 2, 4. */
  rank: number;
  node: number;
  /** To 12 significant digits, which is also how scores are compared. */
  score: number;
}

/** The nodes of highest score, best first; of equal ones the lower node, and so the lower id, comes first. */
export function rank(values: ArrayLike<number>, first: number): RankedNode[] {
  const scores = Float64Array.from(values, significant);
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const ranked: RankedNode[] = [];
  for (const [i, node] of order.subarray(0, first).entries()) {
    const before = ranked[i - 1];
    const score = scores[node]!;
    ranked.push({ rank: before?.score === score ? before.rank : i + 1, node, score });
  }
  return ranked;
}
