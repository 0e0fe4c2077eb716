import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Cost } from '../../graphql/cost';
import { shortestPaths } from '../../insights/algorithms/paths/unweighted';
import { shortestWeightedPaths } from '../../insights/algorithms/paths/weighted';
import { neighbourhood } from '../../insights/algorithms/neighbourhood';
import { topNodes } from '../../insights/algorithms/subgraph';
import { nodeCount } from '../../insights/graph/graph';
import type { AnalysedGraph } from '../../insights/engine';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { requireBetween, requireOneLayer } from './errors';
import { CollaborationGraph, GraphPath, Subgraph } from './graph-types';
import { nodeOfCity } from './graph-view';
import { LinkLimitArg, pictureOf, SizedByLimits } from './picture';

const nullable = true;

const MAX_PATHS = 100;
const MAX_CITIES = 5000;
const MAX_DEPTH = 6;

const FromArg = (): ParameterDecorator =>
  Arg('from', () => ID, { description: 'Global id of a city.' }) as ParameterDecorator;
const ToArg = (): ParameterDecorator =>
  Arg('to', () => ID, { description: 'Global id of another city.' }) as ParameterDecorator;
const WeightedArg = (): ParameterDecorator =>
  Arg('weighted', () => Boolean, {
    nullable,
    defaultValue: false,
    description:
      'Whether strong ties are near: a link then has the length 1 / weight (Newman 2001). It needs a graph of one layer.',
  }) as ParameterDecorator;

/** Parts of a graph: paths, and what lies around a city. */
@OwnedBy('insights')
@Resolver(() => CollaborationGraph)
export class GraphPartsResolver {
  @Cost(20)
  @FieldResolver(() => GraphPath, {
    nullable,
    description:
      'A shortest path between two cities, the same one always; null where there is none. networkx: shortest_path.',
  })
  async path(
    @Root() { graph }: CollaborationGraph,
    @FromArg() from: string,
    @ToArg() to: string,
    @WeightedArg() weighted: boolean | null,
    @Ctx() context: Context,
  ): Promise<GraphPath | null> {
    const [path] = await findPaths(graph, [from, to], weighted === true, 1, context);
    return path ?? null;
  }

  @Cost(20)
  @FieldResolver(() => [GraphPath], {
    description:
      'All shortest paths between two cities, up to a limit; none where there is none. networkx: all_shortest_paths.',
  })
  async paths(
    @Root() { graph }: CollaborationGraph,
    @FromArg() from: string,
    @ToArg() to: string,
    @WeightedArg() weighted: boolean | null,
    @Arg('limit', () => Int, { nullable, defaultValue: 10, description: `How many at most, from 1 to ${MAX_PATHS}.` })
    limit: number | null,
    @Ctx() context: Context,
  ): Promise<GraphPath[]> {
    requireBetween('limit', limit ?? 10, 1, MAX_PATHS);
    return findPaths(graph, [from, to], weighted === true, limit ?? 10, context);
  }

  @SizedByLimits
  @FieldResolver(() => Subgraph, {
    description:
      'A city and those that a path of so many links leads to: nearer ones go before farther ones, then those of higher degree. Empty ' +
      'for a city without a link. networkx: ego_graph.',
  })
  async neighbourhood(
    @Root() { graph }: CollaborationGraph,
    @Arg('of', () => ID, { description: 'Global id of the city in the middle.' }) of: string,
    @Arg('depth', () => Int, { nullable, defaultValue: 1, description: `How far, from 0 to ${MAX_DEPTH} links.` })
    depth: number | null,
    @Arg('limit', () => Int, {
      nullable,
      defaultValue: 500,
      description: `How many cities at most, from 1 to ${MAX_CITIES}.`,
    })
    limit: number | null,
    @LinkLimitArg() linkLimit: number | null,
    @Ctx() context: Context,
  ): Promise<Subgraph> {
    requireBetween('depth', depth ?? 1, 0, MAX_DEPTH);
    requireBetween('limit', limit ?? 500, 1, MAX_CITIES);
    const centre = await nodeOfCity(graph, of, context);
    if (centre === undefined) return pictureOf(graph, [], 0, linkLimit);
    const { nodes, omittedCount } = neighbourhood(graph.derived.graph, centre, depth ?? 1, limit ?? 500);
    return pictureOf(graph, nodes, omittedCount, linkLimit);
  }

  @SizedByLimits
  @FieldResolver(() => Subgraph, {
    description: 'The cities of highest degree, up to a limit, and every link among them. networkx: Graph.subgraph.',
  })
  subgraph(
    @Root() { graph }: CollaborationGraph,
    @Arg('limit', () => Int, {
      nullable,
      defaultValue: 2000,
      description: `How many cities at most, from 1 to ${MAX_CITIES}.`,
    })
    limit: number | null,
    @LinkLimitArg() linkLimit: number | null,
  ): Subgraph {
    requireBetween('limit', limit ?? 2000, 1, MAX_CITIES);
    const nodes = topNodes(graph.derived.graph, limit ?? 2000);
    return pictureOf(graph, nodes, nodeCount(graph.derived.graph) - nodes.length, linkLimit);
  }
}

async function findPaths(
  graph: AnalysedGraph,
  ends: readonly [string, string],
  weighted: boolean,
  limit: number,
  context: Context,
): Promise<GraphPath[]> {
  if (weighted) requireOneLayer(graph.derived, 'paths by weight');
  const [from, to] = await Promise.all(ends.map((id) => nodeOfCity(graph, id, context)));
  if (from === undefined || to === undefined) return [];
  const find = weighted ? shortestWeightedPaths : shortestPaths;
  return find(graph.derived.graph, from, to, limit).map((path) => new GraphPath(graph, path));
}
