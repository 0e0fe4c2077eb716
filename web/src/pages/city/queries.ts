import { graphql, type ResultOf } from '../../api/graphql';
import { SolutionCardFields } from '../../cards';

/** All that the page of a city shows at once. */
export const CITY = graphql(
  `
    query City($slug: String!) {
      city(slug: $slug) {
        id
        slug
        name
        contentLocale
        population
        region
        wikidataId
        location {
          latitude
          longitude
        }
        country {
          id
          name
          contentLocale
        }
        memberships(first: 100, includeEnded: true) {
          nodes {
            id
            role
            current
            startedOn
            endedOn
            datePrecision
            network {
              id
              slug
              name
              contentLocale
            }
          }
        }
        solutions(first: 30) {
          totalCount
          nodes {
            ...SolutionCardFields
          }
        }
        adoptions(first: 50) {
          totalCount
          nodes {
            id
            kind
            status
            adoptedOn
            datePrecision
            learnedFrom {
              id
              slug
              name
            }
            solution {
              id
              slug
              title
              contentLocale
            }
          }
        }
        actions(first: 30) {
          totalCount
          nodes {
            id
            title
            contentLocale
            sector
            status
            reportedOn
            influences
          }
        }
        source {
          name
          url
          retrievedOn
        }
      }
    }
  `,
  [SolutionCardFields],
);

/** Whom it works with, and whom it could learn from: these take the graph, so the page does not wait for them. */
export const PEERS = graphql(`
  query CityPeers($slug: String!) {
    city(slug: $slug) {
      id
      slug
      name
      location {
        latitude
        longitude
      }
      peers(first: 50) {
        totalCount
        edges {
          strength
          collaborationCount
          sharedNetworkCount
          lastOn
          node {
            id
            slug
            name
            location {
              latitude
              longitude
            }
            country {
              id
              name
            }
          }
        }
      }
      suggestedPeers(first: 6) {
        reasons
        city {
          id
          slug
          name
          contentLocale
          country {
            id
            name
            contentLocale
          }
        }
      }
    }
  }
`);

export type City = NonNullable<ResultOf<typeof CITY>['city']>;
export type CityWithPeers = NonNullable<ResultOf<typeof PEERS>['city']>;
