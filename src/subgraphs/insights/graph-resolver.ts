import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Cost, Sized } from '../../graphql/cost';
import { invalidGraphQuestion } from '../../graphql/errors';
import { NonNegativeInt } from '../../graphql/scalars';
import { rank } from '../../insights/algorithms/ranking';
import { significant } from '../../insights/graph/significant';
import { Network, networkReads } from '../networks';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { AssortativityAttribute, CentralityMetric, TimelineStep } from './enums';
import { requireBetween, requireOneLayer } from './errors';
import { GraphFilter } from './graph-filter';
import { CollaborationGraph, Partition, Ranking, TimelinePoint } from './graph-types';
import { ask, cityOf, dateOf, readGraph } from './graph-view';

const nullable = true;

/** What goes by weight where it is asked for. */
const WEIGHABLE: ReadonlySet<CentralityMetric> = new Set([CentralityMetric.EIGENVECTOR, CentralityMetric.PAGERANK]);

const INFLATED =
  'Where links are made out of groups (memberships, meetings of many) each group is a clique, and the figure is inflated by that alone.';

/** Figures of a graph as a whole. */
@OwnedBy('insights')
@Resolver(() => CollaborationGraph)
export class CollaborationGraphResolver {
  @Cost(50)
  @Query(() => CollaborationGraph, {
    nullable,
    description:
      'The graph of cities and their collaborations, or of whatever else the filter asks for, within what the caller may see. It ' +
      'follows the data within seconds.',
  })
  async graph(
    @Arg('filter', () => GraphFilter, { nullable, description: 'Which links make it. Left out: all collaborations.' })
    filter: GraphFilter | null,
    @Arg('version', () => String, {
      nullable,
      description:
        'The `version` of an earlier answer, to get the same graph again; GRAPH_VERSION_GONE where it is no longer held. Left out: ' +
        'the latest.',
    })
    version: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CollaborationGraph> {
    return new CollaborationGraph(await readGraph(filter, version, context, info));
  }

  @FieldResolver(() => [Network], {
    nullable: 'items',
    description: 'Networks that are left out of the layer CO_MEMBERSHIP: with more than 2,500 members.',
  })
  omittedNetworks(
    @Root() { graph }: CollaborationGraph,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(Network | null)[]> {
    return Promise.all(graph.derived.omittedNetworks.map((network) => reader.byRow(networkReads, network, info)));
  }

  @Cost(20)
  @FieldResolver(() => String, {
    description:
      'SHA-256 of the nodes, links and weights, in hexadecimal, to verify a citation with. Hashed is this text in UTF-8: the line ' +
      '"nodes", each city’s slug on a line, the line "links", and on a line for each link both slugs, in order, and its weight to 12 ' +
      'significant digits, parted by tabs; lines in order. Links of several layers weigh 1.',
  })
  async digest(@Root() { graph }: CollaborationGraph, @Ctx() context: Context): Promise<string> {
    return (await ask(graph, { name: 'digest' }, context)).hex;
  }

  @FieldResolver(() => NonNegativeInt, { description: 'The links of which no record has a date.' })
  async undatedLinkCount(@Root() { graph }: CollaborationGraph, @Ctx() context: Context): Promise<number> {
    return (await ask(graph, { name: 'facts' }, context)).undatedLinkCount;
  }

  @FieldResolver(() => NonNegativeInt, {
    description:
      'The connected components: groups of cities between which some path runs. networkx: connected_components.',
  })
  async componentCount(@Root() { graph }: CollaborationGraph, @Ctx() context: Context): Promise<number> {
    return (await ask(graph, { name: 'facts' }, context)).componentSizes.length;
  }

  @FieldResolver(() => NonNegativeInt, { description: 'The cities of the largest component.' })
  async largestComponentSize(@Root() { graph }: CollaborationGraph, @Ctx() context: Context): Promise<number> {
    return (await ask(graph, { name: 'facts' }, context)).componentSizes[0] ?? 0;
  }

  @FieldResolver(() => Float, {
    description:
      'The share of connected triples that are closed: 3 × triangles / triples, unweighted. networkx: transitivity. ' +
      INFLATED,
  })
  async transitivity(@Root() { graph }: CollaborationGraph, @Ctx() context: Context): Promise<number> {
    return significant((await ask(graph, { name: 'clustering' }, context)).transitivity);
  }

  @FieldResolver(() => Float, {
    description:
      'The mean over cities of the share of pairs of their neighbours that are linked, 0 for those with fewer than two, ' +
      'unweighted (Watts and Strogatz 1998). networkx: average_clustering. ' +
      INFLATED,
  })
  async averageClustering(@Root() { graph }: CollaborationGraph, @Ctx() context: Context): Promise<number> {
    return significant((await ask(graph, { name: 'clustering' }, context)).average);
  }

  @Cost(20)
  @FieldResolver(() => Float, {
    nullable,
    description:
      'Whether linked cities are alike, from −1 to 1: Pearson’s correlation of the numbers at both ends of links (Newman 2002), of ' +
      'categories (Σ e_ii − Σ a_i²) / (1 − Σ a_i²) (Newman 2003). networkx: degree_, numeric_ and ' +
      'attribute_assortativity_coefficient. Cities of which it is not known are left out with their links, and counted in ' +
      '`assortativityUnknownCount`. Null where it is not defined: all are alike, or there is no link.',
  })
  async assortativity(
    @Root() { graph }: CollaborationGraph,
    @Arg('by', () => AssortativityAttribute, { description: 'In what they may be alike.' }) by: AssortativityAttribute,
    @Ctx() context: Context,
  ): Promise<number | null> {
    const { coefficient } = await ask(graph, { name: 'assortativity', by }, context);
    return coefficient === null ? null : significant(coefficient);
  }

  @Cost(20)
  @FieldResolver(() => NonNegativeInt, {
    description: 'The cities that `assortativity` leaves out, as it is not known of them.',
  })
  async assortativityUnknownCount(
    @Root() { graph }: CollaborationGraph,
    @Arg('by', () => AssortativityAttribute, { description: 'What is not known of them.' }) by: AssortativityAttribute,
    @Ctx() context: Context,
  ): Promise<number> {
    return (await ask(graph, { name: 'assortativity', by }, context)).unknownCount;
  }

  @Cost(100)
  @Sized({ slicingArguments: ['first'], sizedFields: ['cities'] })
  @FieldResolver(() => Ranking, { description: 'The most central cities. Ties share a rank.' })
  async rank(
    @Root() { graph }: CollaborationGraph,
    @Arg('by', () => CentralityMetric, { description: 'In what sense they are central.' }) by: CentralityMetric,
    @Arg('first', () => Int, { nullable, defaultValue: 20, description: 'How many, from 1 to 100.' })
    first: number | null,
    @Arg('weighted', () => Boolean, {
      nullable,
      defaultValue: false,
      description:
        'Whether EIGENVECTOR and PAGERANK count links by their weight; it needs a graph of one layer. Of the other metrics STRENGTH ' +
        'goes by weight, and none else can.',
    })
    weighted: boolean | null,
    @Ctx() context: Context,
  ): Promise<Ranking> {
    const byWeight = weighted === true && by !== CentralityMetric.STRENGTH;
    if (byWeight && !WEIGHABLE.has(by))
      throw invalidGraphQuestion('EIGENVECTOR, PAGERANK or STRENGTH where "weighted" is true', by);
    if (weighted === true || by === CentralityMetric.STRENGTH) requireOneLayer(graph.derived, `rank(by: ${by})`);
    const scores = await ask(graph, { name: 'centrality', metric: by, weighted: byWeight }, context);
    const { method, exact, converged } = scores;
    const cities = rank(scores.values, first ?? 20).map(({ node, ...ranked }) => ({
      ...ranked,
      cityId: cityOf(graph, node),
    }));
    return { metric: by, method, exact, converged, cities };
  }

  @Cost(100)
  @FieldResolver(() => Partition, {
    description:
      'Communities of high modularity, each connected within: the Leiden algorithm (Traag, Waltman and van Eck 2019, ' +
      'https://doi.org/10.1038/s41598-019-41695-z), three iterations, by the weight of links; in a graph of several layers every link ' +
      'weighs 1.',
  })
  async communities(
    @Root() { graph }: CollaborationGraph,
    @Arg('resolution', () => Float, {
      nullable,
      defaultValue: 1,
      description: 'Above 1 makes more and smaller communities; above 0, to 1000.',
    })
    resolution: number | null,
    @Arg('seed', () => Int, {
      nullable,
      defaultValue: 42,
      description: 'Of the order in which cities are visited. The same seed gives the same communities.',
    })
    seed: number | null,
    @Ctx() context: Context,
  ): Promise<Partition> {
    const asked = { resolution: resolution ?? 1, seed: seed ?? 42 };
    requireBetween('resolution', asked.resolution, Number.MIN_VALUE, 1000);
    const partition = await ask(graph, { name: 'communities', ...asked }, context);
    const members = inOrder(partition.groups, partition.sizes, (node) => cityOf(graph, node));
    return {
      method: `Leiden, ${graph.derived.layers.size > 1 ? 'every link weighing 1' : 'links by weight'}`,
      ...asked,
      modularity: partition.modularity === null ? null : significant(partition.modularity),
      communities: Array.from(partition.sizes, (size, index) => ({ index, size, members })),
    };
  }

  @Cost(20)
  @Sized({ assumedSize: 200 })
  @FieldResolver(() => [TimelinePoint], {
    description:
      'How the graph grew: a point for each year or month from the first to the last that linked a pair of cities for the first time. ' +
      'Links without a date are left out.',
  })
  async timeline(
    @Root() { graph }: CollaborationGraph,
    @Arg('step', () => TimelineStep, { defaultValue: TimelineStep.YEAR, description: 'How far apart the points are.' })
    step: TimelineStep,
    @Ctx() context: Context,
  ): Promise<TimelinePoint[]> {
    const { points } = await ask(graph, { name: 'timeline', step }, context);
    return points.map(({ day, nodeCount, ...counts }) => ({ date: dateOf(day), cityCount: nodeCount, ...counts }));
  }
}

/** The row ids of the cities of all groups, one group after another. */
function inOrder(
  groups: Uint32Array,
  sizes: Uint32Array,
  cityOfNode: (node: number) => number,
): { cities: number[]; starts: number[] } {
  const starts = [0];
  for (const size of sizes) starts.push(starts.at(-1)! + size);
  const next = [...starts];
  const cities = new Array<number>(groups.length);
  groups.forEach((group, node) => (cities[next[group]!++] = cityOfNode(node)));
  return { cities, starts };
}
