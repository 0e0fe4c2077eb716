import { graphql, type ResultOf } from '../../api/graphql';

/** A solution as it is before it is revised: its texts in one language, and who has changed what. */
export const BEFORE = graphql(`
  query SolutionToRevise($slug: String!, $locale: Locale) {
    solution(slug: $slug) {
      id
      slug
      title(locale: $locale)
      summary(locale: $locale)
      body(locale: $locale)
      contentLocale(locale: $locale)
      sector
      visibility
      links
      city {
        id
        slug
      }
      networks(first: 50) {
        nodes {
          id
          name
          contentLocale
        }
      }
      revisions(first: 100) {
        number
        revisedAt
        changes {
          field
        }
      }
    }
  }
`);

export const REVISE = graphql(`
  mutation ReviseSolution($input: ReviseSolutionInput!) {
    reviseSolution(input: $input) {
      solution {
        id
        slug
        title
        summary
        body
        contentLocale
        sector
        visibility
        links
        networks(first: 50) {
          nodes {
            id
            name
            contentLocale
          }
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type Revised = NonNullable<ResultOf<typeof BEFORE>['solution']>;
