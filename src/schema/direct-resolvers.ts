import {
  isAbstractType,
  isObjectType,
  type GraphQLFieldMap,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { Present } from '../data/present';
import type { Context } from '../subgraphs/context';

type Resolve = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;
type Fields = GraphQLFieldMap<unknown, Context>;
type Method = (this: object, ...params: unknown[]) => unknown;
type Handler = ReturnType<typeof getMetadataStorage>['fieldResolvers' | 'queries'][number];
type Param = NonNullable<Handler['params']>[number];

/**
 * Lets the schema's fields call resolver methods directly. TypeGraphQL wraps each call in what we do not use (middlewares, class
 * validation, instances of input types), and makes a promise of every argument: a third of the server's time on wide answers.
 * Arguments come as GraphQL has checked and converted them.
 */
export function callResolversDirectly(schema: GraphQLSchema): void {
  const { queries, mutations, subscriptions, fieldResolvers, objectTypes } = getMetadataStorage();
  const names = new Map(objectTypes.map(({ target, name }) => [target, name]));
  const instances = new Map<unknown, object>();
  for (const handler of queries) direct(schema.getQueryType()!.getFields() as Fields, handler, instances);
  for (const handler of mutations) direct(schema.getMutationType()!.getFields() as Fields, handler, instances);
  for (const handler of subscriptions) direct(schema.getSubscriptionType()!.getFields() as Fields, handler, instances);
  for (const handler of fieldResolvers) {
    if (handler.kind !== 'external') continue;
    const type = schema.getType(names.get(handler.getObjectType!())!) as GraphQLObjectType;
    direct(type.getFields() as Fields, handler, instances);
  }
  // An object's class tells its type; TypeGraphQL makes a promise of that.
  for (const type of Object.values(schema.getTypeMap()).filter(isAbstractType)) {
    const { resolveType } = type;
    type.resolveType = (value: object, ...more) => names.get(value.constructor) ?? resolveType?.(value, ...more);
  }
  // What an interface declares are properties of the object, which GraphQL reads by itself.
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const name of type.getInterfaces().flatMap((implemented) => Object.keys(implemented.getFields())))
      type.getFields()[name]!.resolve = undefined;
  }
}

function direct(fields: Fields, handler: Handler, instances: Map<unknown, object>): void {
  const { target, methodName, schemaName } = handler;
  let instance = instances.get(target);
  if (!instance) instances.set(target, (instance = new (target as new () => object)()));
  const method = (instance as Record<string, Method>)[methodName]!;
  const params = [...(handler.params ?? [])].sort((a, b) => a.index - b.index).map(reader);
  const resolve: Resolve = (root, args, context, info) => {
    const given: unknown[] = [];
    for (const read of params) given.push(read(root, args, context, info));
    const result = method.apply(instance, given);
    return result instanceof Present ? result.value : result;
  };
  fields[schemaName]!.resolve = resolve;
}

/** What a parameter of a resolver method is given. */
function reader(param: Param): Resolve {
  switch (param.kind) {
    case 'root':
      return (root) => root;
    case 'context':
      return (_root, _args, context) => context;
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'args':
      return (_root, args) => args;
    case 'arg':
      return (_root, args) => args[param.name];
    default:
      throw new Error(`Expected a parameter of another kind than ${param.kind}.`);
  }
}
