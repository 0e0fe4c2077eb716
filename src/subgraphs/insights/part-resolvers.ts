import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Float, Info, Resolver, Root } from 'type-graphql';
import sql from 'sql-template-tag';
import type { Connection } from '../../data/connection';
import { list, type ListArgs } from '../../data/list';
import { Sized } from '../../graphql/cost';
import { ForwardPageArgs } from '../../graphql/pages';
import { NonNegativeInt } from '../../graphql/scalars';
import { significant } from '../../insights/graph/significant';
import { City, CityConnection, cityOrders, cityReads } from '../cities';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { CentralityMetric } from './enums';
import { requireOneLayer } from './errors';
import { Community, type CommunityMembers, GraphNode, GraphPath, RankedCity, Subgraph } from './graph-types';
import { ask, cityOf } from './graph-view';
import { DEFAULT_LINK_LIMIT } from './picture';
import { GraphLink, linksBetween } from './links';

const nullable = true;

@OwnedBy('insights')
@Resolver(() => RankedCity)
export class RankedCityResolver {
  @FieldResolver(() => City, { nullable, description: 'The city.' })
  city(
    @Root() { cityId }: RankedCity,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.byRow(cityReads, cityId, info);
  }
}

interface CommunityListArgs extends ListArgs {
  members: CommunityMembers;
}

/** The parent is the community's number; each reads its own slice of the partition. */
const citiesOfCommunity = list<City, CommunityListArgs>({
  node: () => cityReads,
  t: 'c',
  ofParent: true,
  from: ({ args: { members }, parent }) => sql`unnest((${members.cities}::integer[])[
      (${members.starts}::integer[])[${parent} + 1] + 1 : (${members.starts}::integer[])[${parent} + 2]]) AS m(city_id)
    JOIN city c ON c.id = m.city_id`,
  where: () => [],
  orders: () => cityOrders('c'),
  defaultOrder: 'NAME',
});

@OwnedBy('insights')
@Resolver(() => Community)
export class CommunityResolver {
  @FieldResolver(() => CityConnection, {
    description: 'Its cities, by name. Ask for further pages with the same `version` of the graph.',
  })
  cities(
    @Root() { index, members }: Community,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<City>> {
    return reader.list(citiesOfCommunity, index, { page, members }, info);
  }
}

@OwnedBy('insights')
@Resolver(() => GraphPath)
export class GraphPathResolver {
  @FieldResolver(() => [City], { nullable: 'items', description: 'The cities along it, both ends among them.' })
  cities(
    @Root() { graph, path }: GraphPath,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(City | null)[]> {
    return Promise.all(path.nodes.map((node) => reader.byRow(cityReads, cityOf(graph, node), info)));
  }
}

@OwnedBy('insights')
@Resolver(() => GraphLink)
export class GraphLinkResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether the graph would fall further apart without it: no other path joins both cities, in any layer (Hopcroft and Tarjan ' +
      '1973). networkx: bridges.',
  })
  async bridge(@Root() { graph, number }: GraphLink, @Ctx() context: Context): Promise<boolean> {
    return (await ask(graph, { name: 'cutPoints' }, context)).isBridge[number] === 1;
  }
}

@OwnedBy('insights')
@Resolver(() => Subgraph)
export class SubgraphResolver {
  @FieldResolver(() => [GraphNode], { description: 'The cities.' })
  nodes(
    @Root() { graph, nodes }: Subgraph,
    @Arg('sizeBy', () => CentralityMetric, {
      nullable,
      defaultValue: CentralityMetric.DEGREE,
      description: 'What `score` tells: the centrality in the whole graph.',
    })
    sizeBy: CentralityMetric | null,
  ): GraphNode[] {
    const metric = sizeBy ?? CentralityMetric.DEGREE;
    if (metric === CentralityMetric.STRENGTH) requireOneLayer(graph.derived, 'nodes(sizeBy: STRENGTH)');
    return nodes.map((node) => Object.assign(new GraphNode(), { graph, node, sizeBy: metric }));
  }

  @Sized({ assumedSize: DEFAULT_LINK_LIMIT })
  @FieldResolver(() => [GraphLink], {
    description: 'Every link among them, by their place in the graph; of each layer that links two of them one.',
  })
  links(@Root() { graph, nodes }: Subgraph): GraphLink[] {
    return linksBetween(graph, nodes);
  }
}

@OwnedBy('insights')
@Resolver(() => GraphNode)
export class GraphNodeResolver {
  @FieldResolver(() => City, { nullable, description: 'The city.' })
  city(
    @Root() { graph, node }: GraphNode,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.byRow(cityReads, cityOf(graph, node), info);
  }

  @FieldResolver(() => Float, { description: 'Its centrality in the whole graph, by the metric that `sizeBy` names.' })
  async score(@Root() { graph, node, sizeBy }: GraphNode, @Ctx() context: Context): Promise<number> {
    const { values } = await ask(graph, { name: 'centrality', metric: sizeBy, weighted: false }, context);
    return significant(values[node]!);
  }

  @FieldResolver(() => NonNegativeInt, {
    description:
      'The number of its community in the whole graph, as `communities` gives them at resolution 1 and seed 42.',
  })
  async community(@Root() { graph, node }: GraphNode, @Ctx() context: Context): Promise<number> {
    const { groups } = await ask(graph, { name: 'communities', resolution: 1, seed: 42 }, context);
    return groups[node]!;
  }
}
