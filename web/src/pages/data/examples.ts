import { graphql } from '../../api/graphql';

/** A question for people to begin with: run here, opened in GraphiQL, or copied. */
export const EXAMPLES = {
  dashboard: {
    document: graphql(`
      query Dashboard {
        networks(first: 3, orderBy: { field: MEMBER_COUNT }) {
          totalCount
          nodes {
            id
            name
            members(first: 3, orderBy: { field: SOLUTION_COUNT }) {
              totalCount
              nodes {
                id
                name
                solutions(first: 2, orderBy: { field: ADOPTION_COUNT }) {
                  nodes {
                    id
                    title
                    adoptions(first: 3) {
                      totalCount
                    }
                  }
                }
              }
            }
          }
        }
      }
    `),
  },
  analyst: {
    document: graphql(`
      query Brokers {
        graph(filter: { layers: [ADOPTION, COLLABORATION] }) {
          version
          digest
          cityCount
          linkCount
          rank(by: BETWEENNESS, first: 5) {
            method
            cities {
              rank
              score
              city {
                id
                name
              }
            }
          }
          communities {
            modularity
            communities {
              index
              size
            }
          }
        }
      }
    `),
  },
  subscriber: {
    document: graphql(`
      query CatchUp {
        feedCursor
        solutions(first: 5, filter: { sector: { in: [TRANSPORT, WASTE] } }, orderBy: { field: PUBLISHED_AT }) {
          totalCount
          nodes {
            id
            title
            sector
            publishedAt
            city {
              id
              name
            }
          }
        }
      }
    `),
  },
} as const;

export const EXAMPLE_NAMES = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];

export type ExampleName = keyof typeof EXAMPLES;
