import { graphql } from '../../api/graphql';

/** The networks that a city may share its solutions in, as the form proposes them. */
export const NETWORKS_OF_CITY = graphql(`
  query NetworksOfCity($slug: String!) {
    city(slug: $slug) {
      id
      networks(first: 100) {
        nodes {
          id
          name
          contentLocale
        }
      }
    }
  }
`);
