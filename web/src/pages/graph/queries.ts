import type { CombinedError } from 'urql';
import { graphql, type ResultOf } from '../../api/graphql';

/** The networks that a view can be of. */
export const NETWORKS = graphql(`
  query GraphNetworks {
    networks(first: 100, orderBy: { field: NAME }) {
      nodes {
        id
        slug
        name
      }
    }
  }
`);

/** What there is before a time is chosen; its version is that of all that the page shows. */
export const SCOPE = graphql(`
  query GraphScope($filter: GraphFilter!) {
    graph(filter: $filter) {
      version
      linkCount
      undatedLinkCount
      timeline(step: YEAR) {
        date
        newLinks
      }
    }
  }
`);

/** The cities and links of a view, and which of the links are sister cities. */
export const VIEW = graphql(`
  query GraphView(
    $filter: GraphFilter
    $version: String!
    $sizeBy: CentralityMetric!
    $twinning: GraphFilter
    $mixed: Boolean!
  ) {
    graph(filter: $filter, version: $version) {
      version
      digest
      asOf
      cityCount
      linkCount
      subgraph(limit: 5000) {
        omittedCityCount
        nodes(sizeBy: $sizeBy) {
          score
          community
          city {
            id
            slug
            name
            country {
              id
              name
            }
          }
        }
        links {
          source
          target
          layer
          recordCount
          firstOn
          lastOn
        }
      }
    }
    twinning: graph(filter: $twinning, version: $version) @include(if: $mixed) {
      subgraph(limit: 5000) {
        links {
          source
          target
          recordCount
        }
      }
    }
  }
`);

/** A shortest path within a view. */
export const PATH = graphql(`
  query GraphPath($filter: GraphFilter, $version: String!, $from: ID!, $to: ID!) {
    graph(filter: $filter, version: $version) {
      path(from: $from, to: $to) {
        hops
        cities {
          id
          slug
          name
        }
        links {
          source
          target
          layer
          recordCount
          firstOn
          lastOn
        }
      }
    }
  }
`);

/** Whether the server holds the version no more that was asked for: it keeps the latest ones. */
export const isVersionGone = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'GRAPH_VERSION_GONE') ?? false;

export type ViewResult = ResultOf<typeof VIEW>;
export type GraphAnswer = NonNullable<ViewResult['graph']>;
export type PathAnswer = NonNullable<NonNullable<ResultOf<typeof PATH>['graph']>['path']>;
