import { GraphQLList, getNullableType, GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfig } from 'graphql';
import type { LogEvent } from '../events/event';
import type { Context } from '../subgraphs/context';

const batched = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The schema that subscriptions are executed with. Its fields of Subscription give a list, one item for each event of the root value,
 * so that one execution tells many events: what they select is read in a few statements for all of them.
 */
export function batchedSchema(schema: GraphQLSchema): GraphQLSchema {
  let made = batched.get(schema);
  if (!made) batched.set(schema, (made = makeBatched(schema)));
  return made;
}

function makeBatched(schema: GraphQLSchema): GraphQLSchema {
  const { types, subscription, ...config } = schema.toConfig();
  const { fields, ...root } = subscription!.toConfig();
  return new GraphQLSchema({
    ...config,
    types: types.filter((type) => type !== subscription),
    subscription: new GraphQLObjectType({
      ...root,
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, listOf(field as GraphQLFieldConfig<LogEvent, Context>)]),
      ),
    }),
    assumeValid: true, // It is the other one's types, and that one has been checked.
  });
}

/** The same field for a list of events. An item that fails leaves the others alone. */
const listOf = ({
  resolve,
  type,
  ...field
}: GraphQLFieldConfig<LogEvent, Context>): GraphQLFieldConfig<LogEvent[], Context> => ({
  ...field,
  type: new GraphQLList(getNullableType(type)),
  subscribe: undefined,
  resolve: (events, args, context, info) => events.map((event): unknown => resolve!(event, args, context, info)),
});
