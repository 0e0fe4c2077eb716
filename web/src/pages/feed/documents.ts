import { graphql } from '../../api/graphql';

/** What a feed shows of a solution. */
export const FeedItemFields = graphql(`
  fragment FeedItemFields on Solution {
    id
    slug
    title
    summary
    contentLocale
    sector
    publishedAt
    visibility
    city {
      id
      slug
      name
    }
    networks(first: 5) {
      nodes {
        id
        slug
        name
        contentLocale
      }
    }
  }
`);

/** What has been shared, and the cursor behind which the subscription goes on without a gap. */
export const FEED = graphql(
  `
    query Feed($filter: SolutionFilter, $after: String) {
      feedCursor
      solutions(first: 10, after: $after, filter: $filter, orderBy: { field: PUBLISHED_AT }) {
        totalCount
        nodes {
          ...FeedItemFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [FeedItemFields],
);

/** What is being shared. */
export const SHARED = graphql(
  `
    subscription Shared($filter: SolutionFilter, $after: String) {
      solutionShared(filter: $filter, after: $after) {
        cursor
        occurredAt
        solution {
          ...FeedItemFields
        }
      }
    }
  `,
  [FeedItemFields],
);
