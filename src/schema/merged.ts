import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../subgraphs';
import { callResolversDirectly } from './direct-resolvers';

let merged: GraphQLSchema | undefined;

const unused = (): never => {
  throw new Error('Expected events to come from the log.');
};

// TypeGraphQL builds no subscription without one. Events come from the log, which loses none.
const pubSub = { publish: unused, subscribe: unused };

/** The whole API in one schema. It is built once a process: TypeGraphQL's metadata is shared by all that is built from it. */
export function mergedSchema(): GraphQLSchema {
  if (merged) return merged;
  // The check is an introspection at every start; graphql-js checks the schema anyway, with its first operation.
  merged = buildSchemaSync({ resolvers, validate: false, pubSub, skipCheck: true });
  callResolversDirectly(merged);
  // TypeGraphQL makes the root types itself and has no place for their descriptions.
  merged.getQueryType()!.description = 'Where every question begins.';
  merged.getMutationType()!.description =
    'What cities and managers of networks write. Mistakes come back as `userErrors`; then nothing was changed.';
  merged.getSubscriptionType()!.description = 'What happens, as it happens: each event once, in the order of the log.';
  return merged;
}
