import { graphql, type ResultOf } from '../../api/graphql';
import { CityCardFields, NetworkCardFields, SolutionCardFields } from '../../cards';

/** Names in all languages, for who has searched by one that the page does not show. */
export const SEARCH = graphql(
  `
    query Search($text: String!, $after: String) {
      search(text: $text, first: 20, after: $after) {
        totalCount
        nodes {
          __typename
          ... on City {
            ...CityCardFields
            en: name(locale: "en")
            es: name(locale: "es")
            zh: name(locale: "zh")
          }
          ... on Network {
            ...NetworkCardFields
            en: name(locale: "en")
            es: name(locale: "es")
            zh: name(locale: "zh")
          }
          ... on Solution {
            ...SolutionCardFields
          }
          ... on Initiative {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CityCardFields, NetworkCardFields, SolutionCardFields],
);

export type Found = NonNullable<NonNullable<NonNullable<ResultOf<typeof SEARCH>['search']>['nodes'][number]>>;
