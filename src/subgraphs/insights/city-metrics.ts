import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Float, Info, ObjectType, Resolver, Root } from 'type-graphql';
import { Cost } from '../../graphql/cost';
import { NonNegativeInt } from '../../graphql/scalars';
import { brokerage } from '../../insights/algorithms/brokerage';
import { degreeOf } from '../../insights/graph/graph';
import { significant } from '../../insights/graph/significant';
import type { AnalysedGraph } from '../../insights/engine';
import type { CentralityMetric as Metric } from '../../insights/questions';
import { City } from '../cities';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { CENTRALITY, GraphLayer } from './enums';
import { requireOneLayer } from './errors';
import { GraphFilter } from './graph-filter';
import { ask, nodeOfRow, readGraph } from './graph-view';

const nullable = true;

@ObjectType({
  description: 'Where a city stands in a graph. Each figure says its definition, and what networkx calls it.',
  simpleResolvers: true,
})
export class CityGraphMetrics {
  constructor(
    readonly graph: AnalysedGraph,
    readonly node: number,
  ) {}

  @Field(() => String, { description: 'The version of the graph, to cite and to ask for again: `graph(version:)`.' })
  get version(): string {
    return this.graph.tables.version;
  }

  @Field(() => NonNegativeInt, { description: CENTRALITY.DEGREE })
  get degree(): number {
    return degreeOf(this.graph.derived.graph, this.node);
  }

  @Field(() => Float, {
    nullable,
    description:
      'How much all of its ties lead back to one another, unweighted: Σ over neighbours v of (p_uv + Σ_w p_uw p_wv)² (Burt 1992). Low ' +
      'for a broker, who links what is not linked otherwise. networkx: constraint.',
  })
  get constraint(): number | null {
    return significant(brokerage(this.graph.derived.graph, this.node).constraint);
  }

  @Field(() => Float, {
    nullable,
    description:
      'The number of neighbours less the mean number of ties that each has to the others, unweighted (Burt 1992; Borgatti 1997): from ' +
      '1, where all know each other, to the degree. networkx: effective_size.',
  })
  get effectiveSize(): number | null {
    return significant(brokerage(this.graph.derived.graph, this.node).effectiveSize);
  }
}

/** What takes a look at the whole graph. */
@OwnedBy('insights')
@Resolver(() => CityGraphMetrics)
export class CityGraphMetricsResolver {
  @FieldResolver(() => NonNegativeInt, {
    nullable,
    description:
      'Cities that it learnt a solution from. Not normalised; networkx: DiGraph.in_degree. Null where the graph has no layer ADOPTION, ' +
      'as no link has a direction.',
  })
  async inDegree(@Root() metrics: CityGraphMetrics, @Ctx() context: Context): Promise<number | null> {
    return (await this.directed(metrics, context))?.inDegrees[metrics.node] ?? null;
  }

  @FieldResolver(() => NonNegativeInt, {
    nullable,
    description:
      'Cities that learnt a solution from it. Not normalised; networkx: DiGraph.out_degree. Null where the graph has no layer ADOPTION.',
  })
  async outDegree(@Root() metrics: CityGraphMetrics, @Ctx() context: Context): Promise<number | null> {
    return (await this.directed(metrics, context))?.outDegrees[metrics.node] ?? null;
  }

  @FieldResolver(() => Float, { description: CENTRALITY.STRENGTH })
  strength(@Root() { graph: { derived }, node }: CityGraphMetrics): number {
    requireOneLayer(derived, '"strength"');
    const { offsets, weights } = derived.graph;
    return significant(weights.subarray(offsets[node], offsets[node + 1]).reduce((sum, weight) => sum + weight, 0));
  }

  @FieldResolver(() => Float, { description: CENTRALITY.BETWEENNESS })
  betweenness(@Root() metrics: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return this.centrality(metrics, 'BETWEENNESS', context);
  }

  @FieldResolver(() => Boolean, { description: 'False where `betweenness` is an estimate from a sample.' })
  async betweennessExact(@Root() { graph }: CityGraphMetrics, @Ctx() context: Context): Promise<boolean> {
    return (await ask(graph, { name: 'centrality', metric: 'BETWEENNESS', weighted: false }, context)).exact;
  }

  @FieldResolver(() => Float, { description: `${CENTRALITY.CLOSENESS} Always exact.` })
  async closeness(@Root() { graph, node }: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return significant((await ask(graph, { name: 'closeness', node }, context)).value);
  }

  @FieldResolver(() => Float, { description: CENTRALITY.EIGENVECTOR })
  eigenvector(@Root() metrics: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return this.centrality(metrics, 'EIGENVECTOR', context);
  }

  @FieldResolver(() => Float, { description: CENTRALITY.PAGERANK })
  pagerank(@Root() metrics: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return this.centrality(metrics, 'PAGERANK', context);
  }

  @FieldResolver(() => Float, {
    description:
      'The share of pairs of its neighbours that are linked, unweighted; 0 with fewer than two (Watts and Strogatz 1998). networkx: ' +
      'clustering. Where links are made out of groups each group is a clique, and the figure is inflated by that alone.',
  })
  async clustering(@Root() { graph, node }: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return significant((await ask(graph, { name: 'clustering' }, context)).local[node]!);
  }

  @FieldResolver(() => NonNegativeInt, { description: CENTRALITY.CORE_NUMBER })
  coreNumber(@Root() metrics: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return this.centrality(metrics, 'CORE_NUMBER', context);
  }

  @FieldResolver(() => NonNegativeInt, {
    description:
      'The number of its community, as `CollaborationGraph.communities` gives them at resolution 1 and seed 42.',
  })
  async community(@Root() { graph, node }: CityGraphMetrics, @Ctx() context: Context): Promise<number> {
    return (await ask(graph, { name: 'communities', resolution: 1, seed: 42 }, context)).groups[node]!;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether its component would fall apart without it (Hopcroft and Tarjan 1973). networkx: articulation_points.',
  })
  async articulation(@Root() { graph, node }: CityGraphMetrics, @Ctx() context: Context): Promise<boolean> {
    return (await ask(graph, { name: 'cutPoints' }, context)).isArticulation[node] === 1;
  }

  private async centrality({ graph, node }: CityGraphMetrics, metric: Metric, context: Context): Promise<number> {
    return significant((await ask(graph, { name: 'centrality', metric, weighted: false }, context)).values[node]!);
  }

  private async directed({ graph }: CityGraphMetrics, context: Context) {
    return graph.derived.layers.has(GraphLayer.ADOPTION) ? ask(graph, { name: 'directedDegrees' }, context) : null;
  }
}

@OwnedBy('insights')
@Resolver(() => City)
export class CityMetricsResolver {
  @Cost(100)
  @FieldResolver(() => CityGraphMetrics, {
    nullable,
    description: 'Where the city stands in the graph that the filter makes; null where it has no link there.',
  })
  async graphMetrics(
    @Root() city: City,
    @Arg('filter', () => GraphFilter, { nullable, description: 'Which links make it. Left out: all collaborations.' })
    filter: GraphFilter | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CityGraphMetrics | null> {
    const graph = await readGraph(filter, null, context, info);
    const node = nodeOfRow(graph, city.rowId);
    return node === undefined ? null : new CityGraphMetrics(graph, node);
  }
}
