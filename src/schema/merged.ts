import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../subgraphs';
import { callResolversDirectly } from './direct-resolvers';

let merged: GraphQLSchema | undefined;

/** The whole API in one schema. It is built once a process: TypeGraphQL's metadata is shared by all that is built from it. */
export function mergedSchema(): GraphQLSchema {
  if (merged) return merged;
  merged = buildSchemaSync({ resolvers, validate: false });
  callResolversDirectly(merged);
  // TypeGraphQL makes the root type itself and has no place for its description.
  merged.getQueryType()!.description = 'Where every question begins.';
  return merged;
}
