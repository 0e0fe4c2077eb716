import { degreeOf, type Graph } from '../../graph/graph';
import { type Candidate, candidatesFor } from './candidates';
import { personalisedPageRank } from './personalised-pagerank';
import { type Scored, TopList } from './top-list';

/** How well a node that is two links away fits, by what both have in common. */
const neighbourScores = {
  /** |N(u) ∩ N(v)|. networkx.common_neighbors. */
  COMMON_NEIGHBOURS: ({ commonNeighbours }: Candidate) => commonNeighbours,
  /** |N(u) ∩ N(v)| / |N(u) ∪ N(v)|. networkx.jaccard_coefficient. */
  JACCARD: ({ node, commonNeighbours }: Candidate, graph: Graph, degree: number) =>
    commonNeighbours / (degree + degreeOf(graph, node) - commonNeighbours),
  /** Σ over common neighbours of 1 / ln(degree) (Adamic and Adar 2003). networkx.adamic_adar_index. */
  ADAMIC_ADAR: ({ adamicAdar }: Candidate) => adamicAdar,
  /** Σ over common neighbours of 1 / degree (Zhou, Lü and Zhang 2009). networkx.resource_allocation_index. */
  RESOURCE_ALLOCATION: ({ resourceAllocation }: Candidate) => resourceAllocation,
};

/** How links that are missing are predicted from the graph alone (Liben-Nowell and Kleinberg 2007), unweighted. */
export type SuggestionMethod = keyof typeof neighbourScores | 'PERSONALISED_PAGERANK';

/** What is asked for by default: the method that `npm run bench -- suggestions` finds to win on all real data together. */
export const DEFAULT_METHOD = 'ADAMIC_ADAR' satisfies SuggestionMethod;

export const SUGGESTION_METHODS = [
  ...(Object.keys(neighbourScores) as (keyof typeof neighbourScores)[]),
  'PERSONALISED_PAGERANK',
] as const;

/**
 * The nodes that a node is not linked with and fits best, best first, ties by id. Scores are above 0, to 12
 * significant digits.
 */
export function suggest(graph: Graph, node: number, method: SuggestionMethod, first: number): Scored[] {
  const best = new TopList(first);
  if (method === 'PERSONALISED_PAGERANK') {
    const present = new Set(graph.neighbours.subarray(graph.offsets[node], graph.offsets[node + 1]));
    for (const [other, score] of personalisedPageRank(graph, node))
      if (other !== node && score > 0 && !present.has(other)) best.add(other, score);
  } else {
    const degree = degreeOf(graph, node);
    for (const candidate of candidatesFor(graph, node))
      best.add(candidate.node, neighbourScores[method](candidate, graph, degree));
  }
  return best.items;
}

/** The neighbours that two nodes have in common, ascending. */
export function commonNeighbours({ offsets, neighbours }: Graph, a: number, b: number): number[] {
  const ofA = new Set(neighbours.subarray(offsets[a], offsets[a + 1]));
  return Array.from(neighbours.subarray(offsets[b], offsets[b + 1])).filter((node) => ofA.has(node));
}
