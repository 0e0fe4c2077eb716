import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Info,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { Cost, Sized } from '../../graphql/cost';
import { localeChain } from '../../data/locale';
import { LocaleArg } from '../../graphql/arguments';
import { similarCities } from '../../insights/algorithms/suggestions/similar-cities';
import {
  commonNeighbours,
  DEFAULT_METHOD,
  suggest,
  type SuggestionMethod,
} from '../../insights/algorithms/suggestions/suggest';
import { numberOf } from '../../insights/store/tables';
import type { AnalysedGraph } from '../../insights/engine';
import { City, cityReads } from '../cities';
import type { Context } from '../context';
import { Network, networkReads } from '../networks';
import { OwnedBy } from '../owned-by';
import { regionLabel } from '../solutions';
import { cityOf, nodeOfRow, readGraph } from './graph-view';
import { suggestionReads } from './suggestion-reads';
import { reasonLocale, tell } from './suggestion-reasons';

const nullable = true;

export enum PeerSuggestionMethod {
  COMMON_NEIGHBOURS = 'COMMON_NEIGHBOURS',
  JACCARD = 'JACCARD',
  ADAMIC_ADAR = 'ADAMIC_ADAR',
  RESOURCE_ALLOCATION = 'RESOURCE_ALLOCATION',
  PERSONALISED_PAGERANK = 'PERSONALISED_PAGERANK',
  SIMILAR_CITY = 'SIMILAR_CITY',
}
registerEnumType(PeerSuggestionMethod, {
  name: 'PeerSuggestionMethod',
  description: 'How peers are suggested: from the graph of all collaborations, unweighted, or by what cities are like.',
  valuesConfig: {
    COMMON_NEIGHBOURS: { description: 'The number of cities that both work with. networkx: common_neighbors.' },
    JACCARD: {
      description: 'Of the cities that either works with, the share that both do. networkx: jaccard_coefficient.',
    },
    ADAMIC_ADAR: {
      description:
        'The sum over cities that both work with of 1 / ln(degree): those with few peers tell more (Adamic and Adar 2003). ' +
        'networkx: adamic_adar_index.',
    },
    RESOURCE_ALLOCATION: {
      description:
        'The sum over cities that both work with of 1 / degree (Zhou, Lü and Zhang 2009). networkx: resource_allocation_index.',
    },
    PERSONALISED_PAGERANK: {
      description:
        'The share of time that a random walker spends there who starts anew from the city with probability 0.15 (Andersen, Chung ' +
        'and Lang 2006). networkx: pagerank with personalization.',
    },
    SIMILAR_CITY: {
      description:
        'What the cities are like, whomever they work with: the mean of whether the region is the same, the smaller population over ' +
        'the larger one, and the share of the networks of either that both are in today. Also for cities without a collaboration.',
    },
  },
});

// How many of the cities that both work with a reason names.
const NAMED_PEERS = 2;

@ObjectType({ description: 'A city that is worth talking to, and why.', simpleResolvers: true })
export class PeerSuggestion {
  graph: AnalysedGraph;
  /** Row ids of the city that asks, and of the one that is suggested. */
  own: number;
  other: number;
  /** Whether it was found by what cities are like, and not by the graph. */
  isAlike: boolean;

  @Field(() => Float, {
    description: 'How well it fits, by the method that was asked for: comparable within one list only.',
  })
  score: number;

  /** Row ids of the cities that both work with. */
  get sharedCities(): number[] {
    const [own, other] = [nodeOfRow(this.graph, this.own), nodeOfRow(this.graph, this.other)];
    if (own === undefined || other === undefined) return [];
    return commonNeighbours(this.graph.derived.graph, own, other).map((node) => cityOf(this.graph, node));
  }
}

@OwnedBy('insights')
@Resolver(() => PeerSuggestion)
export class PeerSuggestionResolver {
  @FieldResolver(() => City, { nullable, description: 'The city.' })
  city(
    @Root() { other }: PeerSuggestion,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.byRow(cityReads, other, info);
  }

  @FieldResolver(() => [String], {
    description:
      'Why, in sentences to the city that asks: networks, adoptions, peers and the region that both have in common, and of ' +
      'SIMILAR_CITY a similar population. In English, Spanish or Chinese.',
  })
  async reasons(
    @Root() suggestion: PeerSuggestion,
    @LocaleArg() locale: string | null,
    @Ctx() { reader }: Context,
  ): Promise<string[]> {
    const reads = suggestionReads(reader);
    const told = reasonLocale(locale == null ? reader.locales : localeChain(locale));
    const names = (table: 'city' | 'network', ids: readonly number[]) =>
      Promise.all(ids.map((id) => reads.names(table, [told]).load(id)));
    const shared = suggestion.sharedCities;
    const { networks, region, populations, ...adopted } = await reads.facts.load([suggestion.own, suggestion.other]);
    const [[name], peers, networkNames] = await Promise.all([
      names('city', [suggestion.other]),
      names('city', shared.slice(0, NAMED_PEERS)),
      names('network', networks),
    ]);
    const regionName = region === null ? null : regionLabel(region, [told]);
    const { isAlike } = suggestion;
    const facts = { name: name!, networks: networkNames, peers, peerCount: shared.length, region: regionName };
    const likeness = { populations: isAlike ? populations : null, otherwise: isAlike ? 'alike' : 'chain' } as const;
    return tell({ ...facts, ...adopted, ...likeness }, told);
  }

  @Sized({ assumedSize: 50 })
  @FieldResolver(() => [City], { nullable: 'items', description: 'The cities that both have collaborated with.' })
  sharedPeers(
    @Root() { sharedCities }: PeerSuggestion,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(City | null)[]> {
    return Promise.all(sharedCities.map((city) => reader.byRow(cityReads, city, info)));
  }

  @FieldResolver(() => [Network], { nullable: 'items', description: 'The networks that both are members of today.' })
  async sharedNetworks(
    @Root() { own, other }: PeerSuggestion,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(Network | null)[]> {
    const { networks } = await suggestionReads(reader).facts.load([own, other]);
    return Promise.all(networks.map((network) => reader.byRow(networkReads, network, info)));
  }
}

@OwnedBy('insights')
@Resolver(() => City)
export class SuggestedPeersResolver {
  @Cost(50)
  @FieldResolver(() => [PeerSuggestion], {
    nullable,
    description:
      'Cities that it has not collaborated with yet and that are worth talking to, the best first, with the reasons in plain words.',
  })
  async suggestedPeers(
    @Root() city: City,
    @Arg('first', () => Int, { nullable, defaultValue: 10, description: 'How many, from 1 to 100.' })
    first: number | null,
    @Arg('method', () => PeerSuggestionMethod, {
      nullable,
      description:
        'How they are found. Left out: ADAMIC_ADAR, which does best on the real data at hand, taken together (docs/insights.md), and ' +
        'SIMILAR_CITY for a city without a collaboration.',
    })
    method: PeerSuggestionMethod | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PeerSuggestion[]> {
    const graph = await readGraph(null, null, context, info);
    const byDefault =
      PeerSuggestionMethod[nodeOfRow(graph, city.rowId) === undefined ? 'SIMILAR_CITY' : DEFAULT_METHOD];
    const chosen = method ?? byDefault;
    const isAlike = chosen === PeerSuggestionMethod.SIMILAR_CITY;
    return scoresFor(graph, city.rowId, chosen, first ?? 10).map(({ city: other, score }) =>
      Object.assign(new PeerSuggestion(), { graph, own: city.rowId, other, score, isAlike }),
    );
  }
}

interface Scored {
  city: number;
  score: number;
}

function scoresFor(analysed: AnalysedGraph, city: number, method: PeerSuggestionMethod, first: number): Scored[] {
  const node = nodeOfRow(analysed, city);
  if (method === PeerSuggestionMethod.SIMILAR_CITY) return similar(analysed, city, node, first);
  if (node === undefined) return [];
  return suggest(analysed.derived.graph, node, method satisfies SuggestionMethod, first).map((suggestion) => ({
    city: cityOf(analysed, suggestion.node),
    score: suggestion.score,
  }));
}

const DAY = 86_400_000;

function similar(
  { derived: { graph }, tables }: AnalysedGraph,
  city: number,
  node: number | undefined,
  first: number,
): Scored[] {
  const number = numberOf(tables, city);
  // A city that the version does not know yet.
  if (number === undefined) return [];
  const present = node === undefined ? [] : graph.neighbours.subarray(graph.offsets[node], graph.offsets[node + 1]);
  const isPresent = new Set(Array.from(present, (neighbour) => graph.ids[neighbour]!));
  const today = Math.floor(Date.parse(tables.asOf) / DAY);
  return similarCities(tables, number, today, first, (other) => isPresent.has(other)).map((suggestion) => ({
    city: tables.cities[suggestion.node]!,
    score: suggestion.score,
  }));
}
