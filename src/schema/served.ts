import type { GraphQLSchema } from 'graphql';
import type { ModuleName } from '../subgraphs/owned-by';
import { asSubgraph } from './entities';
import { mergedSchema } from './merged';
import { slice } from './slice';

/** What a process serves: the whole API, or the slice of some modules. Either is a subgraph of Apollo Federation 2. */
export const servedSchema = (modules?: readonly ModuleName[]): GraphQLSchema =>
  asSubgraph(modules ? slice(mergedSchema(), modules) : mergedSchema());

/** Whether a schema that is served has all that can be asked: a slice lacks fields of the root. */
export function isWhole(served: GraphQLSchema): boolean {
  const fields = served.getQueryType()?.getFields() ?? {};
  return Object.keys(mergedSchema().getQueryType()?.getFields() ?? {}).every((name) => name in fields);
}
