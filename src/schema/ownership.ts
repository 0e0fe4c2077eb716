import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { MODULES, type ModuleName, type Ownership } from '../subgraphs/owned-by';

/** Query, Mutation and Subscription, as far as there are any. */
export const rootTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);

/** The object types of the API itself: without GraphQL's own. */
export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );

/** The keys of an entity, its id first; none for a value or a root type. */
export const keysOf = (type: GraphQLObjectType): readonly string[] => (type.extensions as Ownership).keys ?? [];

/** The module that answers for a field: the one whose resolver it has, else its type's; undefined for fields of values. */
export const ownerOf = (type: GraphQLObjectType, field: string): ModuleName | undefined =>
  (type.getFields()[field]?.extensions as Ownership | undefined)?.owner ?? (type.extensions as Ownership).owner;

/** The modules that own something of the schema, in their order. */
export function modulesOf(schema: GraphQLSchema): ModuleName[] {
  const owners = objectTypes(schema).flatMap((type) =>
    Object.keys(type.getFields()).map((field) => ownerOf(type, field)),
  );
  return MODULES.filter((module) => owners.includes(module));
}

/** What nobody answers for: one line for each that says how to mend it. Values are not asked for an owner: they have none. */
export function unowned(schema: GraphQLSchema): string[] {
  const roots = new Set(rootTypes(schema));
  return objectTypes(schema).flatMap((type) => {
    const isNode = type.getInterfaces().some(({ name }) => name === 'Node');
    if (isNode && keysOf(type).length === 0)
      return [`Nobody owns ${type.name}: write @OwnedBy('MODULE') above @ObjectType of class ${type.name}.`];
    return Object.keys(type.getFields())
      .filter((field) => (roots.has(type) || isNode) && !ownerOf(type, field))
      .map((field) => `Nobody owns ${type.name}.${field}: write @OwnedBy('MODULE') above @Resolver of its class.`);
  });
}
