import { parse } from 'graphql';

/** All of a sheet but its members and the sum of adoptions, which take pages. `und` is no language: it gets originals. */
export const SHEET_DOCUMENT = parse(/* GraphQL */ `
  query FactSheet($slug: String!, $ofMembers: CityFilter!) {
    network(slug: $slug) {
      slug
      name
      contentLocale
      originalLocale: contentLocale(locale: "und")
      summary
      startedOn
      endedOn
      datePrecision
      formerNames {
        name
        from
        until
      }
      successor {
        name
      }
      initiative {
        name
        source {
          ...Cited
        }
        networks(first: 40) {
          nodes {
            slug
            name
          }
        }
      }
      overlaps(first: 5) {
        sharedCityCount
        network {
          name
        }
      }
      sharedHere: solutions(first: 1) {
        totalCount
      }
      collaborations(first: 8) {
        nodes {
          kind
          title
          contentLocale
          startedOn
          datePrecision
          participants(first: 6) {
            totalCount
            nodes {
              name
            }
          }
          source {
            ...Cited
          }
        }
      }
      source {
        ...Cited
      }
    }
    adopted: solutions(first: 5, filter: { city: $ofMembers }, orderBy: { field: ADOPTION_COUNT }) {
      nodes {
        title
        summary
        contentLocale
        sector
        city {
          name
          country {
            name
          }
        }
        source {
          ...Cited
        }
        adoptions(first: 40) {
          totalCount
          nodes {
            adoptedOn
            datePrecision
            city {
              name
            }
            learnedFrom {
              name
            }
            source {
              ...Cited
            }
          }
        }
      }
    }
    latest: solutions(first: 3, filter: { city: $ofMembers }) {
      nodes {
        title
        contentLocale
        publishedAt
        city {
          name
        }
        source {
          ...Cited
        }
      }
    }
    actions(first: 8, filter: { city: $ofMembers }) {
      nodes {
        id
        title
        contentLocale
        reportedOn
        datePrecision
        revisionOf {
          id
        }
        city {
          name
        }
        source {
          ...Cited
        }
      }
    }
    impact(filter: { city: $ofMembers }) {
      actionCount
      answeredActionCount
      influencedActionCount
    }
  }

  fragment Cited on Source {
    name
    url
    retrievedOn
  }
`);

/** Who is a member: a page of it. */
export const MEMBERS_DOCUMENT = parse(/* GraphQL */ `
  query FactSheetMembers($slug: String!, $after: String) {
    network(slug: $slug) {
      members(first: 100, after: $after) {
        edges {
          role
          node {
            slug
            name
            region
            country {
              code
              name
            }
            location {
              latitude
              longitude
            }
            adoptions(first: 1) {
              totalCount
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** How often the members’ solutions were taken up: a page of it, most adopted first. */
export const SOLUTIONS_DOCUMENT = parse(/* GraphQL */ `
  query FactSheetSolutions($ofMembers: CityFilter!, $after: String) {
    solutions(first: 100, after: $after, filter: { city: $ofMembers }, orderBy: { field: ADOPTION_COUNT }) {
      totalCount
      nodes {
        adoptions(first: 1) {
          totalCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Every network by name, with its successor: a network does not tell its predecessors. */
export const NETWORKS_DOCUMENT = parse(/* GraphQL */ `
  query FactSheetNetworks($after: String) {
    networks(first: 100, after: $after) {
      nodes {
        slug
        name
        successor {
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
