import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql';
import { present } from '../api/present';
import { useFormat } from '../i18n/format';

const CITIES = graphql(`
  query CityChoices($after: String) {
    cities(first: 100, after: $after, orderBy: { field: NAME }) {
      nodes {
        id
        slug
        name
        contentLocale
        region
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const NETWORKS = graphql(`
  query NetworkChoices {
    networks(first: 100, orderBy: { field: NAME }) {
      nodes {
        id
        slug
        name
        contentLocale
      }
    }
  }
`);

/** All cities, by name as the reader's language sorts them; they come page by page. */
export function useCities() {
  const { compare } = useFormat();
  const [after, setAfter] = useState<string>();
  const [{ data }] = useQuery({ query: CITIES, variables: { after } });
  const { hasNextPage, endCursor } = data?.cities?.pageInfo ?? {};
  if (hasNextPage && typeof endCursor === 'string' && endCursor !== after) setAfter(endCursor);
  const nodes = data?.cities?.nodes;
  return useMemo(() => present(nodes).sort((a, b) => compare(a.name, b.name)), [nodes, compare]);
}

/** All networks, in the same way. */
export function useNetworks() {
  const { compare } = useFormat();
  const [{ data }] = useQuery({ query: NETWORKS });
  const nodes = data?.networks?.nodes;
  return useMemo(() => present(nodes).sort((a, b) => compare(a.name, b.name)), [nodes, compare]);
}
