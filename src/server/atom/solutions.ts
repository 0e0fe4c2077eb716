import {
  execute,
  getVariableValues,
  GraphQLError,
  parse,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { localeChain } from '../../data/locale';
import { toGlobalId } from '../../graphql/global-id';
import { createContext, type Caller, type Services } from '../../subgraphs/context';
import { regionLabel, sectorLabel } from '../../subgraphs/solutions';
import { argumentChecks } from '../arguments';
import type { FeedSolution } from './feed';
import { WrongParameter, type FeedParameters } from './parameters';

const PAGE_SIZE = 50;

const DOCUMENT = parse(/* GraphQL */ `
  query Feed(
    $first: Int!
    $after: String
    $filter: SolutionFilter!
    $city: String
    $ofCity: Boolean!
    $network: String
    $ofNetwork: Boolean!
    $initiative: String
    $ofInitiative: Boolean!
  ) {
    city(slug: $city) @include(if: $ofCity) {
      name
    }
    network(slug: $network) @include(if: $ofNetwork) {
      name
    }
    initiative(slug: $initiative) @include(if: $ofInitiative) {
      name
    }
    solutions(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        slug
        title
        summary
        contentLocale
        sector
        publishedAt
        links
        city {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Named {
  name: string;
}

interface Data {
  city?: Named | null;
  network?: Named | null;
  initiative?: Named | null;
  solutions: { nodes: FeedSolution[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** A page of solutions, what it was filtered by, in words, and the cursor of the next page where there is one. */
export interface SolutionsPage {
  solutions: FeedSolution[];
  about: string[];
  next: string | undefined;
}

/**
 * Asks the API, as any client does, for what a feed shows.
 * @throws WrongParameter where a parameter names nothing that the caller may see, or the API refuses it
 */
export async function readSolutions(
  schema: GraphQLSchema,
  services: Services,
  caller: Caller,
  parameters: FeedParameters,
): Promise<SolutionsPage> {
  const locales = parameters.locale === undefined ? caller.locales : localeChain(parameters.locale);
  const variableValues = variablesOf(parameters);
  const operation = DOCUMENT.definitions[0] as OperationDefinitionNode;
  const contextValue = createContext(services, { ...caller, locales });
  try {
    const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues);
    argumentChecks(schema, DOCUMENT)(coerced);
    const { data, errors } = await execute({ schema, document: DOCUMENT, variableValues, contextValue });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    const found = data as unknown as Data;
    const { nodes, pageInfo } = found.solutions;
    const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
    return { solutions: nodes, about: inWords(parameters, found, locales), next };
  } catch (error) {
    throw asParameter(error, parameters);
  }
}

function variablesOf({ sector, region, country, city, network, initiative, text, after }: FeedParameters) {
  const eq = <T>(value: T | undefined) => (value === undefined ? undefined : { eq: value });
  return {
    first: PAGE_SIZE,
    after,
    filter: {
      sector: eq(sector),
      text,
      city: asked({ region: eq(region), country: eq(country), id: eq(city && toGlobalId('City', city)) }),
      network: network === undefined ? undefined : { slug: { eq: network } },
      initiative: initiative === undefined ? undefined : { slug: { eq: initiative } },
    },
    city,
    ofCity: city !== undefined,
    network,
    ofNetwork: network !== undefined,
    initiative,
    ofInitiative: initiative !== undefined,
  };
}

/** A filter that asks for something; an empty one would look at every city. */
const asked = <F extends object>(filter: F): F | undefined =>
  Object.values(filter).some((value) => value !== undefined) ? filter : undefined;

const KINDS = { city: 'a city', network: 'a network', initiative: 'an initiative area' } as const;

/** @throws WrongParameter for a slug that nothing has */
function inWords(parameters: FeedParameters, found: Data, locales: readonly string[]): string[] {
  const { sector, region, country, text } = parameters;
  const named = (['city', 'network', 'initiative'] as const).flatMap((name) => {
    const slug = parameters[name];
    if (slug === undefined) return [];
    const object = found[name];
    if (!object) throw new WrongParameter(`the slug of ${KINDS[name]} that there is for "${name}"`, slug);
    return [object.name];
  });
  return [
    ...(sector === undefined ? [] : [sectorLabel(sector, locales)]),
    ...(region === undefined ? [] : [regionLabel(region, locales)]),
    ...(country === undefined ? [] : [country]),
    ...named,
    ...(text === undefined ? [] : [`“${text}”`]),
  ];
}

/** The API refuses cursors of other lists, and texts with nothing to look for. */
function asParameter(error: unknown, { after, text }: FeedParameters): unknown {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  if (code === 'INVALID_CURSOR') return new WrongParameter('the cursor of a feed’s next page for "after"', after ?? '');
  if (code === 'INVALID_FILTER') return new WrongParameter('some words for "text"', text ?? '');
  return error;
}
