import { graphql } from '../../api/graphql';
import { SolutionCardFields } from '../../cards';

/** What there is at a glance. */
export const HOME = graphql(
  `
    query Home {
      cities(first: 1) {
        totalCount
      }
      networks(first: 1, filter: { active: true }) {
        totalCount
      }
      solutions(first: 3, orderBy: { field: ADOPTION_COUNT }) {
        totalCount
        nodes {
          ...SolutionCardFields
        }
      }
      sharing: cities(first: 100, filter: { hasSolutions: {} }) {
        totalCount
        nodes {
          id
          slug
          name
          location {
            latitude
            longitude
          }
        }
      }
      impact {
        actionCount
        answeredActionCount
        influencedActionCount
        influencedActionShare
        influencedActionShareBounds
        cityCount
        answeredCityCount
        influencedCityCount
        influencedCityShare
      }
    }
  `,
  [SolutionCardFields],
);

/** A dashboard's question: one request for networks, their largest members, and what these shared. */
export const DASHBOARD = graphql(`
  query Dashboard {
    networks(first: 5, orderBy: { field: MEMBER_COUNT }) {
      nodes {
        id
        name
        members(first: 3, orderBy: { field: POPULATION }) {
          totalCount
          nodes {
            id
            name
            solutions(first: 1, orderBy: { field: ADOPTION_COUNT }) {
              nodes {
                id
                title
                contentLocale
              }
            }
          }
        }
      }
    }
  }
`);

/** An analyst's question: which cities are in the middle of what was learned from whom. */
export const ANALYSIS = graphql(`
  query Analysis {
    graph(filter: { layers: [ADOPTION] }) {
      version
      digest
      cityCount
      linkCount
      rank(by: BETWEENNESS, first: 5) {
        cities {
          rank
          score
          city {
            id
            slug
            name
          }
        }
      }
      communities {
        modularity
        communities {
          size
        }
      }
    }
  }
`);
