import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  type GraphQLFieldConfig,
  type GraphQLResolveInfo,
} from 'graphql';
import type { ListSize } from '../graphql/cost';
import { invalidRepresentation } from '../graphql/errors';
import { fromGlobalId } from '../graphql/global-id';
import type { Context } from '../subgraphs/context';
import { nodeReads } from '../subgraphs/platform';
import { keysOf, objectTypes } from './ownership';
import type { SliceOwnership } from './slice';
import { subgraphSdl } from './subgraph-sdl';

/** How many objects a gateway may ask for in one request. */
export const MAX_REPRESENTATIONS = 1000;

/** What a gateway knows of an object: the name of its type, and a key. */
export type Representation = Readonly<Record<string, unknown>>;

/**
 * Finds the object that a gateway means, an instance of the class that is called like its type; null where there is none.
 * @throws GraphQLError with what is wrong with the representation
 */
export type FindEntity = (
  type: GraphQLObjectType,
  representation: Representation,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<object | null> | object | null;

type Field<Args> = GraphQLFieldConfig<unknown, Context, Args>;

/**
 * The schema, whole or a slice, with what a federation gateway asks: `_service` and `_entities`.
 * @param find how entities are found; by one statement for each type and key if left out
 */
export function asSubgraph(schema: GraphQLSchema, find: FindEntity = findByKey): GraphQLSchema {
  const query = schema.getQueryType()?.toConfig();
  const fields = { ...query?.fields, _service: service(schema), ...entitiesField(schema, find) };
  return new GraphQLSchema({
    ...schema.toConfig(),
    query: new GraphQLObjectType({ name: 'Query', description: 'Where every question begins.', ...query, fields }),
    types: Object.values(schema.getTypeMap()).filter(({ name }) => name !== query?.name),
  });
}

function service(schema: GraphQLSchema): Field<object> {
  let sdl: string | undefined; // Only gateways ask, once: a server that starts need not wait for it.
  const type = new GraphQLObjectType({
    name: '_Service',
    description: 'What this subgraph tells a gateway of itself.',
    fields: { sdl: { type: GraphQLString, description: 'Its schema, with the directives of Apollo Federation 2.' } },
  });
  return {
    type: new GraphQLNonNull(type),
    description: 'For gateways of Apollo Federation: what this subgraph offers.',
    resolve: () => ({ sdl: (sdl ??= subgraphSdl(schema)) }),
  };
}

function entitiesField(
  schema: GraphQLSchema,
  find: FindEntity,
): Record<string, Field<{ representations: Representation[] }>> {
  const types = objectTypes(schema).filter(
    (type) => keysOf(type).length > 0 && !(type.extensions as SliceOwnership).isReference,
  );
  if (types.length === 0) return {};
  const byName = new Map(types.map((type) => [type.name, type]));
  const entity = new GraphQLUnionType({
    name: '_Entity',
    description: 'What has a key, and can be found by it.',
    types,
    resolveType: (value: object) => value.constructor.name,
  });
  return {
    _entities: {
      type: new GraphQLNonNull(new GraphQLList(entity)),
      description:
        'For gateways of Apollo Federation: objects by any of their keys, in the order asked, and null for each that is not there.',
      args: {
        representations: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(anyScalar))),
          description: `Type name and key of each: \`{ __typename: "City", wikidataId: "Q2841" }\`. At most ${MAX_REPRESENTATIONS} a request.`,
        },
      },
      extensions: { listSize: { slicingArguments: ['representations'] } satisfies ListSize },
      resolve: (_root, { representations }, context, info) => {
        count(representations.length, context);
        // Not awaited together: what is wrong with one is told at its place and leaves the others alone.
        return representations.map(async (representation) => {
          const name = representation['__typename'];
          const type = byName.get(String(name));
          if (!type) throw invalidRepresentation(`one of the types ${[...byName.keys()].sort().join(', ')}`, name);
          return find(type, representation, context, info);
        });
      },
    },
  };
}

const anyScalar = new GraphQLScalarType({
  name: '_Any',
  description: 'Type name and key of an object: `{ __typename: "City", wikidataId: "Q2841" }`.',
});

const asked = new WeakMap<Context, number>();

/** Aliases do not get around the limit: each request has a context of its own. */
function count(representations: number, context: Context): void {
  const total = (asked.get(context) ?? 0) + representations;
  asked.set(context, total);
  if (total > MAX_REPRESENTATIONS)
    throw invalidRepresentation(`at most ${MAX_REPRESENTATIONS} representations a request`, total);
}

/** An object by the first of its keys that is given; all that ask by the same key of a type are read by one statement. */
const findByKey: FindEntity = (type, representation, { reader }, info) => {
  const given = keysOf(type).filter((key) => key in representation);
  if (given.length === 0) throw invalidRepresentation(`${keysOf(type).join(' or ')} of a ${type.name}`, representation);
  const key = given.find((each) => representation[each] !== null);
  if (key === undefined) return null;
  const value = representation[key];
  if (typeof value !== 'string') throw invalidRepresentation(`a text for ${type.name}.${key}`, value);
  const reads = nodeReads.get(type.name)!;
  return key === 'id'
    ? reader.byKey(reads, 'slug', fromGlobalId(value, type.name).slug, info)
    : reader.byKey(reads, key, value, info);
};
