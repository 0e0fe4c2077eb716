import {
  defaultFieldResolver,
  getArgumentValues,
  getNamedType,
  isLeafType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { anyObject } from '../foresee';
import { groupedSubfields, type SelectionInfo } from '../selection';
import { leaf, Unwritable, written, type Write } from './json';
import type { JsonBytes } from './json-bytes';
import { constant, membersOf, objectOf } from './members';

/** Whether a field is the property of the same name, and nothing else. */
export const isProperty = ({ resolve }: GraphQLField<unknown, unknown>): boolean =>
  resolve === undefined || resolve === defaultFieldResolver;

/** What writes values that have nothing but properties, as these fields ask for them; undefined where there is more to them. */
export function valueWriter(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  info: SelectionInfo,
): Write | undefined {
  const named = getNamedType(type);
  if (isLeafType(named)) return written(type, leaf(named));
  if (!isObjectType(named)) return undefined;
  const members = membersOf<unknown>(groupedSubfields(info, named, nodes), (group) => {
    const { value: name } = group[0]!.name;
    if (name === '__typename') return constant(named.name);
    const definition = named.getFields()[name]!;
    const write = isProperty(definition) ? valueWriter(definition.type, group, info) : undefined;
    return write && ((object, _from, out) => write((object as Record<string, unknown>)[name], out));
  });
  const object = members && objectOf(members);
  return object && written(type, (value, out) => object(value, 0, out));
}

/**
 * What writes a field of an object as its resolver gives it, where that asks for nothing but the object; undefined where that is known
 * not to be so.
 */
export function resolvedWriter(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  info: SelectionInfo,
): ((object: object, out: JsonBytes) => void) | undefined {
  const [node] = nodes as [FieldNode];
  const definition = type.getFields()[node.name.value]!;
  const { resolve } = definition;
  const write = valueWriter(definition.type, nodes, info);
  if (!resolve || !write) return undefined;
  const args = getArgumentValues(definition, node, info.variableValues);
  const valueOf = (object: unknown): unknown => resolve(object, args, NOTHING, NOTHING as GraphQLResolveInfo);
  try {
    const tried = valueOf(anyObject);
    if (tried instanceof Promise) {
      // A resolver that is asynchronous tells by it that it asks for more: left alone, that would end the process.
      tried.catch(() => undefined);
      return undefined;
    }
  } catch {
    return undefined;
  }
  return (object, out) => write(valueOf(object), out);
}

/** In place of a context: a resolver that asks for something of it cannot be written so. */
const NOTHING: unknown = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Unwritable(`Expected a field of its object alone, but got one that asks for ${String(name)}.`);
    },
  },
);
