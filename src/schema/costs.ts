import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { CostExtensions, ListSize } from '../graphql/cost';
import { DEFAULT_PAGE_SIZE } from '../graphql/pages';

/** How long lists are taken to be that say nothing about it. */
const DEFAULT_LIST_SIZE = 10;

/** What a mutation costs: it is checked, written in a transaction, and told to subscribers. */
const MUTATION_COST = 10;

const SLICING = ['first', 'last', 'limit'];
const PAGED = ['edges', 'nodes'];

/**
 * What one call of a field costs, whatever it gives: `weight` of @cost. The schema's own description of itself is thousands of
 * objects, but they are in memory.
 */
export function weightOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): number {
  const { cost } = field.extensions as CostExtensions;
  if (cost !== undefined) return cost;
  if (parent === schema.getMutationType()) return MUTATION_COST;
  return isCompositeType(getNamedType(field.type)) ? 1 : 0;
}

/** What one object of a type costs; of an interface or a union, the dearest of its types. */
export function weightOfType(schema: GraphQLSchema, type: GraphQLNamedType): number {
  if (isAbstractType(type)) return Math.max(...schema.getPossibleTypes(type).map((each) => weightOfType(schema, each)));
  return (type.extensions as CostExtensions).cost ?? (isCompositeType(type) ? 1 : 0);
}

/** What @listSize says of a field: as it declares, or as its arguments and its type show; undefined where it gives no list. */
export function listSizeOf(field: GraphQLField<unknown, unknown>): ListSize | undefined {
  const { listSize } = field.extensions as CostExtensions;
  if (listSize) return listSize;
  const slicing = field.args.filter(({ name }) => SLICING.includes(name));
  const slicingArguments = slicing.map(({ name }) => name);
  if (isListType(getNullableType(field.type))) {
    if (slicing.length === 0) return { assumedSize: DEFAULT_LIST_SIZE };
    return { slicingArguments, ...(slicing.every(isWithoutDefault) && { assumedSize: DEFAULT_LIST_SIZE }) };
  }
  const type = getNamedType(field.type);
  const sizedFields = isObjectType(type) ? PAGED.filter((name) => name in type.getFields()) : [];
  if (slicing.length === 0 || sizedFields.length === 0) return undefined;
  return { assumedSize: DEFAULT_PAGE_SIZE, slicingArguments, sizedFields };
}

const isWithoutDefault = ({ defaultValue }: GraphQLArgument): boolean => defaultValue === undefined;

/** What a field costs, where that is not what the specification assumes, as directives: for gateways that reckon too. */
export function costDirectives(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): string {
  const weight = weightOf(schema, parent, field);
  const isAssumed = weight === (isCompositeType(getNamedType(field.type)) ? 1 : 0);
  return [isAssumed ? '' : `@cost(weight: ${weight})`, listSizeDirective(field)].filter(Boolean).join(' ');
}

function listSizeDirective(field: GraphQLField<unknown, unknown>): string {
  const listSize = listSizeOf(field);
  // Nothing is known of the size, or the field above says it.
  if (!(field.extensions as CostExtensions).listSize && !listSize?.slicingArguments) return '';
  // What is no number, the specification does not take: how many ids were given.
  const numeric = listSize?.slicingArguments?.filter((name) => isNumber(field.args.find((arg) => arg.name === name)));
  const { assumedSize, sizedFields } = listSize!;
  const assumed = { assumedSize, slicingArguments: numeric, sizedFields };
  const given = Object.entries(assumed).filter(([, value]) => value !== undefined && !isEmpty(value));
  // Lists of values cost nothing, however long they are.
  if (given.length === 0 || !isCompositeType(getNamedType(field.type))) return '';
  const printed = given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `@listSize(${printed.join(', ')}${numeric?.length ? ', requireOneSlicingArgument: false' : ''})`;
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const isNumber = (argument: GraphQLArgument | undefined): boolean =>
  argument !== undefined && isScalarType(getNamedType(argument.type)) && getNamedType(argument.type).name === 'Int';
