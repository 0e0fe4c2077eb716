import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Sized } from '../../graphql/cost';
import type { Context } from '../context';
import type { EntityReads } from '../../data/entity-reads';
import { invalidId, invalidPage } from '../../graphql/errors';
import { fromGlobalId } from '../../graphql/global-id';
import { Node } from '../../graphql/node';
import { MAX_PAGE_SIZE } from '../../graphql/pages';
import { OwnedBy } from '../owned-by';
import { cityReads, countryReads } from '../cities';
import { collaborationReads } from '../collaborations';
import { collectiveActionReads, initiativeReads, membershipReads, networkReads, signatureReads } from '../networks';
import { actionReads, adoptionReads, solutionReads } from '../solutions';

const nullable = true;

/** Every type with a global id, and how it is read. */
export const nodeReads: ReadonlyMap<string, EntityReads<Node>> = new Map(
  [
    cityReads, countryReads, initiativeReads, networkReads, membershipReads, collectiveActionReads, signatureReads,
    solutionReads, adoptionReads, actionReads, collaborationReads,
  ].map((reads) => [reads.type.name, reads as EntityReads<Node>]),
); // prettier-ignore

function load(id: string, { reader }: Context, info: GraphQLResolveInfo): Promise<Node | null> {
  const { type, slug } = fromGlobalId(id);
  const reads = nodeReads.get(type);
  if (!reads) throw invalidId(id, 'an id of a type of this API');
  return reader.byKey(reads, 'slug', slug, info);
}

@OwnedBy('platform')
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable,
    description: 'The object with this global id, whatever its type; null where there is none that you may see.',
  })
  node(
    @Arg('id', () => ID, { description: 'Global id, as the API gave it.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    return load(id, context, info);
  }

  @Sized({ slicingArguments: ['ids'] })
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The objects with these global ids, in their order, and null for each that is not there. An id that is none is an error of its own.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Global ids, at most ${MAX_PAGE_SIZE}.` }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null>[] {
    if (ids.length > MAX_PAGE_SIZE) throw invalidPage(`at most ${MAX_PAGE_SIZE} ids`, String(ids.length));
    // Not awaited together: what is wrong with one id is told at its place and leaves the others alone.
    return ids.map(async (id) => load(id, context, info));
  }
}
