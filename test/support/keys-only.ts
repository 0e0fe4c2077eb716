import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { keysOf, ownerOf } from '../../src/schema/ownership';
import type { Ownership } from '../../src/subgraphs/owned-by';

// The id, and what it stands for: all that is there of another slice's object.
const KEY = new Set(['id', 'slug', 'rowId', 'constructor']);

/**
 * The schema as slices see it: fields that a module adds to another one's entity can read its key and nothing else. In one process
 * more would be there, by luck, as long as somebody selects it.
 * @throws Error, from the field, with what it reads
 */
export const keysOnly = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const type = schema.getType(typeName) as GraphQLObjectType;
      const owner = ownerOf(type, name);
      if (keysOf(type).length === 0 || owner === (type.extensions as Ownership).owner) return undefined;
      const resolve = field.resolve ?? defaultFieldResolver;
      const guarded: GraphQLFieldResolver<object, unknown> = (root, ...rest) =>
        resolve(guard(root, `${typeName}.${name} of ${owner} reads ${typeName}.`), ...rest);
      return { ...field, resolve: guarded };
    },
  });

const guard = (object: object, complaint: string): object =>
  new Proxy(object, {
    get(target, property) {
      if (typeof property === 'string' && !KEY.has(property))
        throw new Error(`${complaint}${property}: of another module’s entity only the id is there.`);
      return Reflect.get(target, property, target) as unknown;
    },
  });
