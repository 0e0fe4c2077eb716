import type { VariablesOf } from '../../api/graphql';
import type { VIEW } from './queries';

/** What links cities, as readers choose it: the layers of the graph, collaborations by their kind. */
export const COLLABORATIONS = [
  'JOINT_PROJECT',
  'MEMORANDUM',
  'MENTORING',
  'PEER_EXCHANGE',
  'STUDY_VISIT',
  'TWINNING',
  'WORKSHOP',
] as const;
export const LINKS = ['ADOPTION', ...COLLABORATIONS, 'CO_MEMBERSHIP'] as const;
export const METRICS = [
  'DEGREE',
  'STRENGTH',
  'BETWEENNESS',
  'CLOSENESS',
  'EIGENVECTOR',
  'PAGERANK',
  'CORE_NUMBER',
] as const;
export const TABS = ['picture', 'cities', 'links'] as const;

export type Collaboration = (typeof COLLABORATIONS)[number];
export type LinkChoice = (typeof LINKS)[number];
export type Metric = (typeof METRICS)[number];
export type Tab = (typeof TABS)[number];
export type GraphFilter = NonNullable<VariablesOf<typeof VIEW>['filter']>;

/** What is shown: all of it is in the address. */
export interface View {
  links: readonly LinkChoice[];
  /** A network's slug. */
  network: string | null;
  /** First and last year; null for no bound. */
  from: number | null;
  to: number | null;
  /** Whether links without a date are shown. */
  undated: boolean;
  sizeBy: Metric;
  /** Null: the picture, on phones the cities. */
  tab: Tab | null;
  /** Slugs of cities: the one that was clicked, and both ends of a path. */
  city: string | null;
  start: string | null;
  end: string | null;
}

/** What the page opens on: who learned from whom and who worked together, as far as it is dated. */
const DEFAULT_LINKS = LINKS.filter((link) => link !== 'CO_MEMBERSHIP');

/** A day after all others, in a filter that leaves out what has no date, and nothing else. */
const END_OF_TIME = '9999-12-31';

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null;

const year = (text: string | null): number | null => (text !== null && /^\d{4}$/.test(text) ? Number(text) : null);

const isCollaboration = (link: LinkChoice): link is Collaboration =>
  (COLLABORATIONS as readonly string[]).includes(link);

export function layersOf(links: readonly LinkChoice[]): ('ADOPTION' | 'COLLABORATION' | 'CO_MEMBERSHIP')[] {
  return [...new Set(links.map((link) => (isCollaboration(link) ? 'COLLABORATION' : link)))];
}

/** What an address asks for; what it says that cannot be is passed over. */
export function viewOf(parameters: URLSearchParams): View {
  const chosen = parameters.get('links')?.split(',');
  const links = chosen ? LINKS.filter((link) => chosen.includes(link)) : DEFAULT_LINKS;
  const sizeBy = oneOf(METRICS, parameters.get('size')) ?? 'DEGREE';
  return {
    links,
    network: parameters.get('network'),
    from: year(parameters.get('from')),
    to: year(parameters.get('to')),
    undated: parameters.get('undated') === '1',
    // Weights of several layers do not add up.
    sizeBy: sizeBy === 'STRENGTH' && layersOf(links).length > 1 ? 'DEGREE' : sizeBy,
    tab: oneOf(TABS, parameters.get('tab')),
    city: parameters.get('city'),
    start: parameters.get('start'),
    end: parameters.get('end'),
  };
}

/** The address of a view, as short as it can be. */
export function parametersOf({ links, network, from, to, undated, sizeBy, tab, ...cities }: View): URLSearchParams {
  const all = {
    links: links.join() === DEFAULT_LINKS.join() ? null : links.join(),
    network,
    from,
    to,
    undated: undated ? 1 : null,
    size: sizeBy === 'DEGREE' ? null : sizeBy,
    tab,
    ...cities,
  };
  return new URLSearchParams(
    Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, `${value}`]])),
  );
}

/** Which links a view is made of, whenever they were. */
export function scopeOf({ links }: Pick<View, 'links'>, networkId: string | null): GraphFilter {
  const kinds = links.filter(isCollaboration);
  return {
    layers: layersOf(links),
    ...(kinds.length > 0 && kinds.length < COLLABORATIONS.length && { kinds }),
    ...(networkId !== null && { networks: [networkId] }),
  };
}

/** The same within the view's years. */
export function filterOf(view: View, networkId: string | null): GraphFilter {
  const { from, to, undated } = view;
  const since = from === null ? undefined : `${from}-01-01`;
  const until = to === null ? undefined : `${to + 1}-01-01`;
  const isBounded = since !== undefined || until !== undefined;
  return {
    ...scopeOf(view, networkId),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(isBounded && undated && { includeUndated: true }),
    ...(!isBounded && !undated && { until: END_OF_TIME }),
  };
}

/** The sister-city links within a filter; null where it has none, or nothing else among its collaborations. */
export function twinningOf(filter: GraphFilter): GraphFilter | null {
  const { layers, kinds } = filter;
  const isMixed = layers?.includes('COLLABORATION') && (!kinds || (kinds.includes('TWINNING') && kinds.length > 1));
  return isMixed ? { ...filter, layers: ['COLLABORATION'], kinds: ['TWINNING'] } : null;
}
