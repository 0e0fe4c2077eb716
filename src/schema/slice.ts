import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  getNamedType,
  GraphQLObjectType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { ModuleName, Ownership } from '../subgraphs/owned-by';
import { keysOf, objectTypes, ownerOf, rootTypes } from './ownership';

/** What a type of a slice says in its `extensions`. */
export interface SliceOwnership extends Ownership {
  /** True for an entity of another slice to which this one adds nothing: it only says which object is meant. */
  isReference?: boolean;
}

/**
 * The part of a schema that some modules answer for: executable, with the resolvers of the whole. It has
 * - of the root types, the modules' fields;
 * - their entities; those of other modules by their id alone, with what these modules add to them;
 * - values, inputs and enums that any of these use: whole, and so the same in every slice.
 */
export function slice(whole: GraphQLSchema, modules: readonly ModuleName[]): GraphQLSchema {
  const roots = new Set(rootTypes(whole).map(({ name }) => name));
  const isOurs = ({ owner }: Ownership): boolean => owner !== undefined && modules.includes(owner);
  const keeps = (type: GraphQLObjectType, name: string): boolean => {
    const isValue = !roots.has(type.name) && keysOf(type).length === 0;
    return isValue || (name === 'id' && !roots.has(type.name)) || isOurs({ owner: ownerOf(type, name) });
  };
  const used = reachable(whole, keeps);
  return mapSchema(whole, {
    [MapperKind.TYPE]: (type) => (used.has(type.name) ? undefined : null),
    [MapperKind.OBJECT_TYPE]: (type) => {
      const { fields, extensions, ...config } = type.toConfig();
      const kept = Object.entries(fields).filter(([name]) => keeps(type, name));
      if (!used.has(type.name) || kept.length === 0) return null;
      const isForeign = keysOf(type).length > 0 && !isOurs(type.extensions);
      const isReference = isForeign && kept.every(([name]) => name === 'id');
      const ownership: SliceOwnership = isForeign ? { keys: ['id'], isReference } : {};
      return new GraphQLObjectType({
        ...config,
        fields: Object.fromEntries(kept),
        extensions: { ...extensions, ...ownership },
      });
    },
  });
}

/** The names of all types that are met on the way from what is kept. By name, for mapping a schema makes new objects of its types. */
function reachable(schema: GraphQLSchema, keeps: (type: GraphQLObjectType, name: string) => boolean): Set<string> {
  const reached = new Set<string>();
  const implemented = new Set<string>();
  const reach = (type: GraphQLNamedType): void => {
    if (reached.has(type.name)) return;
    reached.add(type.name);
    if (isUnionType(type)) type.getTypes().forEach(reach);
    // A field that gives an interface may give whatever implements it.
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(reach);
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach((field) => reach(getNamedType(field.type)));
    if (!isObjectType(type)) return;
    type.getInterfaces().forEach(({ name }) => implemented.add(name));
    for (const { type: result, args } of Object.values(type.getFields()).filter(({ name }) => keeps(type, name)))
      [result, ...args.map((arg) => arg.type)].forEach((next) => reach(getNamedType(next)));
  };
  const roots = rootTypes(schema);
  const entities = objectTypes(schema).filter((type) => keysOf(type).length > 0);
  for (const type of [...roots, ...entities]) {
    const names = Object.keys(type.getFields()).filter((name) => keeps(type, name));
    if (names.some((name) => roots.includes(type) || name !== 'id')) reach(type);
  }
  return new Set([...reached, ...implemented]);
}
