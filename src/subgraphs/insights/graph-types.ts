import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Sized } from '../../graphql/cost';
import { DateTime, LocalDate, NonNegativeInt, PositiveInt } from '../../graphql/scalars';
import { averageDegree, density } from '../../insights/algorithms/counts';
import type { Path } from '../../insights/algorithms/paths/path';
import { linkCount, nodeCount } from '../../insights/graph/graph';
import { significant } from '../../insights/graph/significant';
import type { AnalysedGraph } from '../../insights/engine';
import { CentralityMetric } from './enums';
import { linksAlong, GraphLink } from './links';

const nullable = true;

@ObjectType({
  description:
    'Cities and what links them, as one can cite it: with the version that it reflects. Figures follow networkx 3 and are given to ' +
    '12 significant digits: the same graph and arguments give the same answer on every machine.',
  simpleResolvers: true,
})
export class CollaborationGraph {
  constructor(readonly graph: AnalysedGraph) {}

  @Field(() => DateTime, { description: 'When the data were read that this graph is made of.' })
  get asOf(): string {
    return this.graph.tables.asOf;
  }

  @Field(() => String, {
    description:
      'The position in the event log that this graph reflects: quote it as `version`, and get the same graph for at least ten ' +
      'minutes. A version fixes records, not rights: what is closed to the caller since is in none.',
  })
  get version(): string {
    return this.graph.tables.version;
  }

  @Field(() => NonNegativeInt, {
    description: 'n: the cities with at least one link here; the others are not part of the graph.',
  })
  get cityCount(): number {
    return nodeCount(this.graph.derived.graph);
  }

  @Field(() => NonNegativeInt, {
    description: 'm: the pairs of cities that are linked, whatever the number of records and layers.',
  })
  get linkCount(): number {
    return linkCount(this.graph.derived.graph);
  }

  @Field(() => NonNegativeInt, {
    description: 'The cities that the filter lets in and that have no link. networkx: isolates.',
  })
  get isolateCount(): number {
    return this.graph.derived.isolates.length;
  }

  @Field(() => Float, {
    description: 'The share of all pairs of cities that are linked: 2m / (n(n − 1)). networkx: density.',
  })
  get density(): number {
    return significant(density(this.graph.derived.graph));
  }

  @Field(() => Float, {
    description: 'The mean number of cities that a city is linked with: 2m / n. networkx: the mean of Graph.degree.',
  })
  get averageDegree(): number {
    return significant(averageDegree(this.graph.derived.graph));
  }
}

@ObjectType({ description: 'Cities in the order of a centrality.', simpleResolvers: true })
export class Ranking {
  @Field(() => CentralityMetric, { description: 'In what sense they are central.' })
  metric: CentralityMetric;

  @Field(() => String, { description: 'How the scores were reached.' })
  method: string;

  @Field(() => Boolean, { description: 'False where they are estimates from a sample.' })
  exact: boolean;

  @Field(() => Boolean, { description: 'False where an iteration was ended before its result stood still.' })
  converged: boolean;

  @Field(() => [RankedCity], { description: 'The highest score first.' })
  cities: RankedCity[];
}

@ObjectType({ description: 'A city in a ranking.', simpleResolvers: true })
export class RankedCity {
  cityId: number;

  @Field(() => PositiveInt, {
    description: 'From 1. Cities of equal score share a rank, and the next one counts them all: 1, 2, 2, 4.',
  })
  rank: number;

  @Field(() => Float, { description: 'Its centrality.' })
  score: number;
}

@ObjectType({ description: 'A division of the cities into communities.', simpleResolvers: true })
export class Partition {
  @Field(() => String, { description: 'How it was reached.' })
  method: string;

  @Field(() => Float, { description: 'The resolution that was asked for.' })
  resolution: number;

  @Field(() => Int, { description: 'The seed that was asked for.' })
  seed: number;

  @Field(() => Float, {
    nullable,
    description:
      'How much more of the weight of links lies within communities than by chance, at this resolution (Newman and Girvan 2004; ' +
      'Reichardt and Bornholdt 2006). networkx: community.modularity. Null for an empty graph.',
  })
  modularity: number | null;

  @Sized({ assumedSize: 50 })
  @Field(() => [Community], { description: 'The largest first.' })
  communities: Community[];
}

/** Row ids of the cities of all communities, and where each community's begin: one more number at the end. */
export interface CommunityMembers {
  cities: number[];
  starts: number[];
}

@ObjectType({ description: 'Cities that are linked more among one another than with others.', simpleResolvers: true })
export class Community {
  members: CommunityMembers;

  @Field(() => NonNegativeInt, { description: 'Its number in this partition: from 0, the largest first.' })
  index: number;

  @Field(() => PositiveInt, { description: 'How many cities it has.' })
  size: number;
}

@ObjectType({ description: 'A shortest path from one city to another.', simpleResolvers: true })
export class GraphPath {
  constructor(
    readonly graph: AnalysedGraph,
    readonly path: Path,
  ) {}

  @Field(() => NonNegativeInt, { description: 'The number of steps from city to city.' })
  get hops(): number {
    return this.path.nodes.length - 1;
  }

  @Field(() => Float, {
    description: 'Its length: the number of steps, or where asked for by weight the sum of 1 / weight over its links.',
  })
  get cost(): number {
    return significant(this.path.cost);
  }

  @Field(() => [GraphLink], { description: 'The links along it; of each step, those of all layers.' })
  get links(): GraphLink[] {
    return linksAlong(this.graph, this.path.nodes);
  }
}

@ObjectType({ description: 'A city in a part of the graph, for a picture of it.', simpleResolvers: true })
export class GraphNode {
  graph: AnalysedGraph;
  node: number;
  sizeBy: CentralityMetric;
}

@ObjectType({ description: 'Some cities of the graph, and every link among them.', simpleResolvers: true })
export class Subgraph {
  graph: AnalysedGraph;
  nodes: readonly number[];

  @Field(() => NonNegativeInt, { description: 'How many more cities would belong to it, were there no limits.' })
  omittedCityCount: number;

  @Field(() => Boolean, { description: 'Whether there are such.' })
  get truncated(): boolean {
    return this.omittedCityCount > 0;
  }
}

@ObjectType({ description: 'What had become of the graph by the end of a month or year.', simpleResolvers: true })
export class TimelinePoint {
  @Field(() => LocalDate, { description: 'The first day of the month or year.' })
  date: string;

  @Field(() => NonNegativeInt, { description: 'Pairs of cities that were linked for the first time within it.' })
  newLinks: number;

  @Field(() => NonNegativeInt, { description: 'Pairs that had been linked by its end, also where it is over since.' })
  totalLinks: number;

  @Field(() => NonNegativeInt, { description: 'The cities of these pairs.' })
  cityCount: number;
}
