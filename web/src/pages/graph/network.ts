import { present } from '../../api/present';
import type { GraphAnswer, ViewResult } from './queries';

/** What a link is: an adoption goes from the city learned from to the adopter, the others have no direction. */
export type LinkKind = 'adoption' | 'cooperation' | 'twinning' | 'membership';

export const LINK_KINDS: readonly LinkKind[] = ['adoption', 'cooperation', 'twinning', 'membership'];

export interface CityNode {
  /** Its place among the nodes. */
  index: number;
  id: string;
  slug: string;
  name: string;
  country: string;
  community: number;
  score: number;
  /** How many cities it is linked with. */
  degree: number;
}

export interface CityLink {
  source: CityNode;
  target: CityNode;
  kind: LinkKind;
  recordCount: number;
  firstOn: string | null;
  lastOn: string | null;
}

export interface Community {
  index: number;
  /** The best linked first. */
  cities: CityNode[];
}

/** A view's cities and links, tied to one another. */
export interface CityNetwork {
  /** In an order that does not depend on their scores. */
  nodes: CityNode[];
  /** The highest score first. */
  ranked: CityNode[];
  links: CityLink[];
  /** The largest first. */
  communities: Community[];
  bySlug: ReadonlyMap<string, CityNode>;
  byId: ReadonlyMap<string, CityNode>;
}

const pairOf = ({ source, target }: { source: string; target: string }): string => [source, target].sort().join(' ');

/** What the API says of a link, in the words of this page. */
export function kindOf(
  { layer, recordCount }: { layer: GraphAnswer['subgraph']['links'][number]['layer']; recordCount: number },
  twinnings: number,
): LinkKind {
  if (layer === 'ADOPTION') return 'adoption';
  if (layer === 'CO_MEMBERSHIP') return 'membership';
  return twinnings >= recordCount ? 'twinning' : 'cooperation';
}

/** How many of the collaborations of a pair of cities are sister-city links, by the answer to VIEW. */
export function twinningsOf({ twinning }: ViewResult, isAllTwinning: boolean): (pair: Pair) => number {
  if (isAllTwinning) return () => Infinity;
  const counts = new Map(twinning?.subgraph.links.map((link) => [pairOf(link), link.recordCount]));
  return (pair) => counts.get(pairOf(pair)) ?? 0;
}

interface Pair {
  source: string;
  target: string;
}

/** Ties cities and links together. @param twinnings how many sister-city links a pair of ids has */
export function networkOf({ subgraph }: GraphAnswer, twinnings: (pair: Pair) => number): CityNetwork {
  const nodes = subgraph.nodes
    .flatMap(({ city, ...node }) => (city ? [{ ...node, ...city, country: city.country.name, degree: 0 }] : []))
    .map((node, index) => ({ ...node, index }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const links = present(
    subgraph.links.map((link) => {
      const [source, target] = [byId.get(link.source), byId.get(link.target)];
      return source && target ? { ...link, source, target, kind: kindOf(link, twinnings(link)) } : null;
    }),
  );
  for (const [node, neighbours] of neighboursOf(links)) node.degree = neighbours.size;
  return {
    nodes,
    ranked: nodes.toSorted((a, b) => b.score - a.score),
    links,
    communities: communitiesOf(nodes),
    byId,
    bySlug: new Map(nodes.map((node) => [node.slug, node])),
  };
}

/** The cities that each is linked with. */
export function neighboursOf(links: readonly CityLink[]): Map<CityNode, Set<CityNode>> {
  const neighbours = new Map<CityNode, Set<CityNode>>();
  const add = (a: CityNode, b: CityNode) => {
    const known = neighbours.get(a);
    if (known) known.add(b);
    else neighbours.set(a, new Set([b]));
  };
  for (const { source, target } of links) {
    add(source, target);
    add(target, source);
  }
  return neighbours;
}

function communitiesOf(nodes: readonly CityNode[]): Community[] {
  const communities = new Map<number, CityNode[]>();
  for (const node of nodes) communities.set(node.community, [...(communities.get(node.community) ?? []), node]);
  return [...communities]
    .map(([index, cities]) => ({ index, cities: cities.sort((a, b) => b.degree - a.degree) }))
    .sort((a, b) => a.index - b.index);
}

/** Which of the colours `--series-1` to `--series-8` a community has; the last one is for all but the seven largest. */
export const seriesOf = (community: number): number => Math.min(community + 1, 8);
