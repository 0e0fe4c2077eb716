import {
  getNamedType,
  isInputObjectType,
  Kind,
  valueFromAST,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type ValueNode,
} from 'graphql';
import type { ListSize } from '../../graphql/cost';

/** As GraphQL has checked and converted them, with their defaults. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that may depend on variables. */
export type Amount = number | ((variables: Variables) => number);

export const amount = (given: Amount, variables: Variables): number =>
  typeof given === 'number' ? given : given(variables);

/** How long the list is that a field gives with these arguments; 1 where it gives none. */
export function sizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { assumedSize = 0, slicingArguments = [], pairs }: ListSize,
): Amount {
  const values = slicingArguments.map((name) => valueOf(field, node, name));
  const things = pairs && valueOf(field, node, pairs.of);
  const size = (variables: Variables): number => {
    const given = values.map((value) => lengthOf(resolved(value, variables))).filter((length) => length !== undefined);
    // The largest, as the specification has it: so that it is never less than what comes.
    const length = given.length === 0 ? assumedSize : Math.max(0, ...given);
    return things ? Math.min(length, pairs.times * pairsOf(lengthOf(resolved(things, variables)) ?? 0)) : length;
  };
  return [...values, ...(things ? [things] : [])].some(isLater) ? size : size({});
}

const pairsOf = (things: number): number => (Math.max(0, things) * Math.max(0, things - 1)) / 2;

/** What the arguments add to the weight of a field: 1 for each input object in them. */
export function argumentsWeight(field: GraphQLField<unknown, unknown>, node: FieldNode): Amount {
  const composite = field.args.filter(({ type }) => isInputObjectType(getNamedType(type)));
  const values = composite.map(({ name }) => valueOf(field, node, name));
  const weight = (variables: Variables): number =>
    values.reduce<number>((sum, value) => sum + objectsIn(resolved(value, variables)), 0);
  return values.some(isLater) ? weight : weight({});
}

/** The value of an argument: known from the document, or told by variables. */
type Value = { known: unknown } | { later: (variables: Variables) => unknown };

function valueOf(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string): Value {
  const argument = field.args.find((each) => each.name === name);
  const given = node.arguments?.find((each) => each.name.value === name);
  if (!argument) return { known: undefined };
  if (!given) return { known: argument.defaultValue };
  // Null is taken for the default by resolvers too.
  if (!hasVariable(given.value)) return { known: valueFromAST(given.value, argument.type) ?? argument.defaultValue };
  return { later: (variables) => variableValue(argument, given.value, variables) ?? argument.defaultValue };
}

const variableValue = ({ type }: GraphQLArgument, value: ValueNode, variables: Variables): unknown =>
  value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromAST(value, type, variables);

const isLater = (value: Value): boolean => 'later' in value;

const resolved = (value: Value, variables: Variables): unknown =>
  'later' in value ? value.later(variables) : value.known;

/** Whether a value depends on variables. */
export function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

const lengthOf = (value: unknown): number | undefined =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined;

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + objectsIn(item), 0);
  return Object.values(value).reduce<number>((sum, item) => sum + objectsIn(item), 1);
}
