import { graphql, type ResultOf } from '../../api/graphql';
import { SolutionCardFields } from '../../cards';

/** All that the page of a solution shows. */
export const SOLUTION = graphql(
  `
    query Solution($slug: String!) {
      solution(slug: $slug) {
        id
        slug
        title
        summary
        body
        contentLocale
        sector
        visibility
        status
        withdrawnReason
        startedOn
        datePrecision
        publishedAt
        links
        city {
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
          more: solutions(first: 4) {
            nodes {
              ...SolutionCardFields
            }
          }
        }
        networks(first: 20) {
          nodes {
            id
            slug
            name
            contentLocale
          }
        }
        cascade {
          size
          depth
          breadth
          byGeneration
          stoppedCount
          steps {
            depth
            from {
              id
            }
            to {
              id
              slug
              name
              location {
                latitude
                longitude
              }
            }
            adoption {
              id
              kind
              status
              adoptedOn
              datePrecision
              confirmed
              note
              via {
                id
                slug
                name
              }
              source {
                name
                url
                retrievedOn
              }
            }
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

export type Solution = NonNullable<ResultOf<typeof SOLUTION>['solution']>;
export type Cascade = NonNullable<Solution['cascade']>;
export type Step = Cascade['steps'][number];
export type Origin = NonNullable<Solution['city']>;
