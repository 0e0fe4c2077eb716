import type { VariablesOf } from '../../api/graphql';
import { valueOf, type ValueOf } from '../../terms/values';
import type { FEED } from './documents';

/** What a feed is filtered by, under the names that the address of the page and that of the Atom feed have for it. */
export interface FeedFilter {
  sector?: ValueOf<'Sector'>;
  region?: ValueOf<'Region'>;
  /** The slug of a network. */
  network?: string;
  text?: string;
}

/** The longest text that the API looks for, in characters. */
export const MAX_TEXT = 200;

/** What an address asks for; what it asks for that there is not is left out. */
export function readFilter(search: URLSearchParams): FeedFilter {
  const sector = valueOf('Sector', search.get('sector'));
  const region = valueOf('Region', search.get('region'));
  const network = search.get('network');
  const text = search.get('text')?.trim().slice(0, MAX_TEXT);
  return {
    ...(sector && { sector }),
    ...(region && { region }),
    ...(network && { network }),
    ...(text && { text }),
  };
}

/** The same filter as the API has it, for lists and subscriptions alike. */
export function apiFilter({
  sector,
  region,
  network,
  text,
}: FeedFilter): NonNullable<VariablesOf<typeof FEED>['filter']> {
  return {
    ...(sector && { sector: { eq: sector } }),
    ...(region && { city: { region: { eq: region } } }),
    ...(network && { network: { slug: { eq: network } } }),
    ...(text && { text }),
  };
}

/** The address of the same feed as Atom. */
export function atomAddress(filter: FeedFilter, locale: string): string {
  return `/feeds/solutions.atom?${new URLSearchParams({ ...filter, locale })}`;
}
