import { graphql, type ResultOf } from '../../api/graphql';
import { CityCardFields, SolutionCardFields } from '../../cards';

/** All that the page of a network shows. */
export const NETWORK = graphql(
  `
    query Network($slug: String!) {
      network(slug: $slug) {
        id
        slug
        name
        summary
        contentLocale
        startedOn
        endedOn
        datePrecision
        initiative {
          id
          name
        }
        formerNames {
          name
          from
          until
        }
        successor {
          id
          slug
          name
        }
        leadCities {
          ...CityCardFields
        }
        members(first: 100) {
          totalCount
          edges {
            role
            since
            node {
              ...CityCardFields
              location {
                latitude
                longitude
              }
            }
          }
        }
        shared: solutions(first: 6) {
          totalCount
          nodes {
            ...SolutionCardFields
          }
        }
        overlaps(first: 8) {
          sharedCityCount
          jaccard
          network {
            id
            slug
            name
          }
        }
        source {
          name
          url
          retrievedOn
        }
      }
      ofMembers: solutions(
        first: 6
        orderBy: { field: ADOPTION_COUNT }
        filter: { city: { memberOf: { slug: { eq: $slug } } } }
      ) {
        totalCount
        nodes {
          ...SolutionCardFields
        }
      }
    }
  `,
  [CityCardFields, SolutionCardFields],
);

export type Data = ResultOf<typeof NETWORK>;
export type Network = NonNullable<Data['network']>;
