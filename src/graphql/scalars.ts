import {
  GraphQLCountryCode,
  GraphQLDateTime,
  GraphQLJSONObject,
  GraphQLLatitude,
  GraphQLLocalDate,
  GraphQLLocale,
  GraphQLLongitude,
  GraphQLNonNegativeInt,
  GraphQLPositiveInt,
} from 'graphql-scalars';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A scalar with our description; values that come from PostgreSQL as the API prints them are passed on as they are. */
function described(
  scalar: GraphQLScalarType,
  description: string,
  serialize?: (value: unknown) => unknown,
): GraphQLScalarType {
  return new GraphQLScalarType({ ...scalar.toConfig(), description, ...(serialize && { serialize }) });
}

/** Serializes what PostgreSQL prints as the API does. */
export const asPrinted = (value: unknown): unknown => value;

export const DateTime = described(
  GraphQLDateTime,
  'A moment as RFC 3339 writes it, in UTC, with milliseconds: `2026-11-23T09:30:00.000Z`.',
  asPrinted,
);
export const LocalDate = described(
  GraphQLLocalDate,
  'A day without a time zone, `YYYY-MM-DD`: `2012-03-01`.',
  asPrinted,
);
export const Locale = described(
  GraphQLLocale,
  'A language tag of BCP 47: `en`, `es`, `zh`, `pt-BR`. A tag with subtags falls back to the shorter ones.',
  asPrinted,
);
export const CountryCode = described(GraphQLCountryCode, 'A country as ISO 3166-1 alpha-2 codes it: `CO`.', asPrinted);
/** As graphql-scalars rounds degrees: a millimetre. */
const DECIMALS = 8;

/** As toFixed does; what has no more decimals is found by calculation, which is faster than by printing it. */
const rounded = (value: number): number =>
  Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS === value ? value : Number(value.toFixed(DECIMALS));

/**
 * Degrees may be written without a fraction: graphql-scalars takes a literal 51.0, but not 51. Numbers are printed without its search
 * for minutes and seconds, which took a fourteenth of the time of an answer with many places.
 */
function degrees(scalar: GraphQLScalarType, max: number, description: string): GraphQLScalarType {
  const { parseLiteral, ...config } = scalar.toConfig();
  return new GraphQLScalarType({
    ...config,
    description,
    serialize: (value) =>
      typeof value === 'number' && Math.abs(value) <= max ? rounded(value) : scalar.serialize(value),
    parseLiteral: (node, variables) =>
      node.kind === Kind.INT ? scalar.parseValue(Number(node.value)) : parseLiteral(node, variables),
  });
}

export const Latitude = degrees(
  GraphQLLatitude,
  90,
  'Decimal degrees north of the equator, from -90 to 90 (WGS 84): `4.711`.',
);
export const Longitude = degrees(
  GraphQLLongitude,
  180,
  'Decimal degrees east of Greenwich, from -180 to 180 (WGS 84): `-74.0721`.',
);
export const NonNegativeInt = described(GraphQLNonNegativeInt, 'A whole number of 0 or more.');
export const PositiveInt = described(GraphQLPositiveInt, 'A whole number of 1 or more.');

export const JsonObject = described(GraphQLJSONObject, 'Any JSON object: `{ "sector": "WASTE" }`.');

function parseUrl(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw new GraphQLError(`Expected an absolute http or https URL, but got ${JSON.stringify(value)}.`);
}

export const Url = new GraphQLScalarType({
  name: 'URL',
  description: 'An absolute address on the web, http or https: `https://www.c40.org/`.',
  serialize: asPrinted,
  parseValue: parseUrl,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING) throw new GraphQLError('Expected an absolute http or https URL in quotes.');
    return parseUrl(node.value);
  },
});
