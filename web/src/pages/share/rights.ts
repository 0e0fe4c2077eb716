import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { graphql } from '../../api/graphql';
import type { Viewer } from '../../sign-in';
import type { CityOfViewer } from './types';

// What accounts may do, as docs/access.md has it: the API upholds it, and the pages offer nothing else.

/** Whether they may write for every city, and keep every network. */
export const isAdmin = ({ roles }: Viewer): boolean => roles.includes('ADMIN');

/** Whether they may write for the city with this id. */
export const mayWriteFor = (viewer: Viewer, cityId: string): boolean => isAdmin(viewer) || viewer.city?.id === cityId;

const CITY = graphql(`
  query CityToWriteFor($slug: String!) {
    city(slug: $slug) {
      id
      slug
      name
    }
  }
`);

/** The city that is written for: one's own or, for an admin, the one that the address names. Undefined while that is asked. */
export function useWritingCity(viewer: Viewer | null | undefined): CityOfViewer | null | undefined {
  const [search] = useSearchParams();
  const slug = viewer && isAdmin(viewer) ? search.get('city') : null;
  const [{ data, fetching }] = useQuery({ query: CITY, variables: { slug: slug ?? '' }, pause: slug === null });
  if (slug === null) return viewer?.city ?? null;
  return fetching ? undefined : (data?.city ?? null);
}
