import { composeServices } from '@theguild/federation-composition';
import { parse, type GraphQLSchema } from 'graphql';
import { InterurbanError } from '../errors';
import type { Grouping } from './groupings';
import { modulesOf } from './ownership';
import { slice } from './slice';
import { subgraphSdl } from './subgraph-sdl';

/** A subgraph as a supergraph is composed of it. */
export interface Subgraph {
  /** What the gateway calls it. */
  name: string;
  /** Where the gateway finds it. */
  url: string;
  sdl: string;
}

/** What a composition of subgraphs gives. */
export interface Supergraph {
  /** For the gateway. */
  sdl: string;
  /** The API that the gateway then offers, as SDL. */
  api: string;
}

/**
 * Composes subgraphs into a supergraph.
 * @throws InterurbanError with one line for each thing that does not fit together
 */
export function compose(subgraphs: readonly Subgraph[]): Supergraph {
  const { errors, supergraphSdl, publicSdl } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (errors?.length || !supergraphSdl || !publicSdl)
    throw new InterurbanError('NOT_COMPOSABLE', (errors ?? []).map(({ message }) => message).join('\n'));
  return { sdl: `${supergraphSdl.trim()}\n`, api: publicSdl };
}

/** The subgraphs of a schema that is cut as the grouping says. Groups that own nothing yet are left out. */
export function subgraphsOf(whole: GraphQLSchema, grouping: Grouping, urlOf: (name: string) => string): Subgraph[] {
  const owners = modulesOf(whole);
  return Object.entries(grouping)
    .filter(([, modules]) => modules.some((module) => owners.includes(module)))
    .map(([name, modules]) => ({ name, url: urlOf(name), sdl: subgraphSdl(slice(whole, modules)) }));
}
