import { Field, Float, ID, ObjectType } from 'type-graphql';
import { LocalDate, NonNegativeInt } from '../../graphql/scalars';
import { linkNumber, nodeOf, placeOf, DOWNWARDS, type Graph, UNDATED } from '../../insights/graph/graph';
import { significant } from '../../insights/graph/significant';
import { linksAmong, type LinkBetween } from '../../insights/algorithms/subgraph';
import type { AnalysedGraph } from '../../insights/engine';
import { GraphLayer } from './enums';
import { cityIdOf, dateOf } from './graph-view';

const nullable = true;

@ObjectType({
  description: 'That two cities are linked in a layer: what all its records of the pair say together.',
  simpleResolvers: true,
})
export class GraphLink {
  /** The graph that it is part of, and its number there. */
  graph: AnalysedGraph;
  number: number;

  @Field(() => ID, {
    description:
      'One city. Of an adoption it is the city learnt from; where both learnt from each other, the one whose slug comes first.',
  })
  source: string;

  @Field(() => ID, { description: 'The other city; of an adoption, the adopter.' })
  target: string;

  @Field(() => GraphLayer, { description: 'What links them.' })
  layer: GraphLayer;

  @Field(() => Float, {
    description: 'How strong it is: the sum over its records of 1 / (k − 1), where a record is of k cities.',
  })
  weight: number;

  @Field(() => NonNegativeInt, { description: 'How many records it stands for.' })
  recordCount: number;

  @Field(() => LocalDate, { nullable, description: 'The day of the earliest; null where none is dated.' })
  firstOn: string | null;

  @Field(() => LocalDate, { nullable, description: 'The day of the latest; null where none is dated.' })
  lastOn: string | null;
}

/** Every link between two of these cities, layer by layer. */
export function linksBetween(graph: AnalysedGraph, nodes: readonly number[]): GraphLink[] {
  const { derived } = graph;
  const links: GraphLink[] = [];
  for (const [layer, ofLayer] of derived.layers) {
    const inLayer = nodes.flatMap((node) => nodeOf(ofLayer, derived.graph.ids[node]!) ?? []);
    for (const link of linksAmong(ofLayer, inLayer)) links.push(linkOf(graph, GraphLayer[layer], ofLayer, link));
  }
  return links;
}

/** The links along a path, from its beginning to its end; those of several layers one after another. */
export function linksAlong(graph: AnalysedGraph, path: readonly number[]): GraphLink[] {
  return path.slice(1).flatMap((node, i) => linksBetween(graph, [path[i]!, node]));
}

function linkOf(graph: AnalysedGraph, layer: GraphLayer, ofLayer: Graph, link: LinkBetween): GraphLink {
  const { recordCounts, directions, firstDays, lastDays } = ofLayer.links;
  const ends = [ofLayer.ids[link.lower]!, ofLayer.ids[link.higher]!] as const;
  const [source, target] = directions[link.link] === DOWNWARDS ? [ends[1], ends[0]] : ends;
  const dated = (day: number): string | null => (day === UNDATED ? null : dateOf(day));
  return Object.assign(new GraphLink(), {
    graph,
    number: numberOf(graph.derived.graph, ...ends),
    source: cityIdOf(graph, source),
    target: cityIdOf(graph, target),
    layer,
    weight: significant(link.weight),
    recordCount: recordCounts[link.link]!,
    firstOn: dated(firstDays[link.link]!),
    lastOn: dated(lastDays[link.link]!),
  });
}

/** The number of the link between two cities in a graph. */
function numberOf(graph: Graph, lower: number, higher: number): number {
  const [from, to] = [nodeOf(graph, lower)!, nodeOf(graph, higher)!];
  return linkNumber(graph, from, placeOf(graph, from, to)!);
}
