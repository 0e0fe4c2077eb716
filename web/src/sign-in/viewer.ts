import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api/graphql';
import { useToken } from '../api/session';

/** Who is signed in, and whom they act for. */
export const VIEWER = graphql(`
  query Viewer {
    viewer {
      subject
      issuer
      roles
      expiresAt
      city {
        id
        slug
        name
      }
      networks {
        id
        slug
        name
        contentLocale
      }
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof VIEWER>['viewer']>;

/** The same for components: nobody is asked about who has not signed in. */
export function useViewer() {
  const token = useToken();
  return useQuery({ query: VIEWER, pause: token === null });
}
