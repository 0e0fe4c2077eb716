import { useMemo } from 'react';
import { useQuery } from 'urql';
import { kindOf, type CityLink, type CityNetwork, type CityNode } from './network';
import { PATH, type PathAnswer } from './queries';
import type { GraphFilter } from './view';

export interface CityPath {
  cities: CityNode[];
  /** Of each step, all links between its two cities. */
  steps: CityLink[][];
}

export interface PathQuestion {
  start: CityNode | undefined;
  end: CityNode | undefined;
  network: CityNetwork;
  filter: GraphFilter;
  version: string;
  /** Whether `version` belongs to the filter already. */
  isSettled: boolean;
  twinnings: (pair: { source: string; target: string }) => number;
}

const NO_CITIES: CityNode[] = [];

/** A shortest path between two cities of a view, once both are chosen. */
export function usePath({ start, end, network, filter, version, isSettled, twinnings }: PathQuestion) {
  const isAsked = start !== undefined && end !== undefined && start !== end;
  const variables = { filter, version, from: start?.id ?? '', to: end?.id ?? '' };
  const [state, refetch] = useQuery({ query: PATH, variables, pause: !isAsked || !isSettled });
  const answer = isAsked ? state.data?.graph?.path : null;
  const path = useMemo(() => (answer ? pathOf(answer, network, twinnings) : null), [answer, network, twinnings]);
  return { isAsked, path, cities: path?.cities ?? NO_CITIES, state, refetch, variables };
}

function pathOf({ cities, links }: PathAnswer, network: CityNetwork, twinnings: PathQuestion['twinnings']): CityPath {
  const along = cities.flatMap((city) => (city ? (network.byId.get(city.id) ?? []) : []));
  const steps = along.slice(1).map((to, i) => {
    const from = along[i]!;
    return links.flatMap((link): CityLink[] => {
      const isForward = link.source === from.id && link.target === to.id;
      if (!isForward && !(link.source === to.id && link.target === from.id)) return [];
      const [source, target] = isForward ? [from, to] : [to, from];
      return [{ ...link, source, target, kind: kindOf(link, twinnings(link)) }];
    });
  });
  return { cities: along, steps };
}
