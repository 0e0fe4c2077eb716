import { Arg, Int } from 'type-graphql';
import { Sized } from '../../graphql/cost';
import { countWithin } from '../../insights/algorithms/subgraph';
import type { AnalysedGraph } from '../../insights/engine';
import { GraphLayer } from './enums';
import { requireBetween } from './errors';
import { Subgraph } from './graph-types';

// A picture of the graph has every link among its cities. So that their number is bounded too, it has fewer cities where there are more.

export const DEFAULT_LINK_LIMIT = 10_000;

// More than a page can draw.
const MAX_LINK_LIMIT = 100_000;

export const LinkLimitArg = (): ParameterDecorator =>
  Arg('linkLimit', () => Int, {
    nullable: true,
    defaultValue: DEFAULT_LINK_LIMIT,
    description:
      `How many links among them at most, from 1 to ${MAX_LINK_LIMIT}: where there are more, there are fewer cities, ` +
      'so that every link among those that stay is told.',
  }) as ParameterDecorator;

/** A picture has as many cities as `limit` says, and links as `linkLimit` says, but no more than their pairs have. */
export const SizedByLimits = Sized(
  { slicingArguments: ['limit'], sizedFields: ['nodes'] },
  {
    slicingArguments: ['linkLimit'],
    sizedFields: ['links'],
    pairs: { of: 'limit', times: Object.keys(GraphLayer).length },
  },
);

/**
 * These cities, or as many of them, from the first on, as have no more links among them than the limit says.
 * @throws INVALID_GRAPH_QUESTION for a limit outside of its bounds
 */
export function pictureOf(
  graph: AnalysedGraph,
  nodes: readonly number[],
  omittedCityCount: number,
  linkLimit: number | null,
): Subgraph {
  requireBetween('linkLimit', linkLimit ?? DEFAULT_LINK_LIMIT, 1, MAX_LINK_LIMIT);
  const { graph: whole, layers } = graph.derived;
  const ids = nodes.map((node) => whole.ids[node]!);
  const count = countWithin([...layers.values()], ids, linkLimit ?? DEFAULT_LINK_LIMIT);
  return Object.assign(new Subgraph(), {
    graph,
    nodes: nodes.slice(0, count),
    omittedCityCount: omittedCityCount + nodes.length - count,
  });
}
