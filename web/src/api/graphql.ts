import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../../dist/web/schema-types';

/**
 * Writes a document; its result and variables have the types that the schema gives them. Fragments that it spreads come in an
 * array behind it: `graphql('query { city(slug: "x") { ...Card } }', [Card])`.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    CountryCode: string;
    DateTime: string;
    ID: string;
    JSONObject: Record<string, unknown>;
    Latitude: number;
    LocalDate: string;
    Locale: string;
    Longitude: number;
    NonNegativeInt: number;
    PositiveInt: number;
    URL: string;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
