import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { AsOfArg, LocaleArg } from '../../graphql/arguments';
import { lookup } from '../../graphql/lookup';
import { ForwardPageArgs } from '../../graphql/pages';
import { OwnedBy } from '../owned-by';
import { City, cityReads } from '../cities';
import { CollectiveAction, CollectiveActionConnection, Signature, SignatureConnection } from './collective-action';
import { collectiveActions, signaturesOfCollectiveAction } from './lists';
import { collectiveActionReads } from './reads';

const nullable = true;

@OwnedBy('networks')
@Resolver(() => CollectiveAction)
export class CollectiveActionResolver {
  @Query(() => CollectiveAction, {
    nullable,
    description:
      'The collective action with this id or slug; null where there is none. Exactly one argument is expected.',
  })
  collectiveAction(
    @Arg('id', () => ID, { nullable, description: 'Global id of a collective action.' }) id: string | null,
    @Arg('slug', () => String, { nullable, description: 'Slug of a collective action.' }) slug: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CollectiveAction | null> {
    const [property, value] = lookup('collectiveAction', 'CollectiveAction', { id, slug });
    return reader.byKey(collectiveActionReads, property, value, info);
  }

  @Query(() => CollectiveActionConnection, {
    nullable,
    description: 'All declarations, accelerators and pledges, by name.',
  })
  collectiveActions(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CollectiveAction>> {
    return reader.list(collectiveActions, null, { page }, info);
  }

  @FieldResolver(() => String, { description: 'The name.' })
  name(@Root() action: Localized<CollectiveAction>, @LocaleArg() locale: string | null): string {
    return localizedText(action, 'name', locale)!;
  }

  @FieldResolver(() => String, { nullable, description: 'What the signatories commit themselves to.' })
  summary(@Root() action: Localized<CollectiveAction>, @LocaleArg() locale: string | null): string | null {
    return localizedText(action, 'summary', locale);
  }

  @FieldResolver(() => SignatureConnection, { description: 'The signatures that hold on that day, the latest first.' })
  signatures(
    @Root() action: CollectiveAction,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @AsOfArg() asOf: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Signature>> {
    return reader.list(signaturesOfCollectiveAction, action.rowId, { page, asOf }, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the facts about it come from.' })
  source(
    @Root() action: CollectiveAction,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(action.sourceId, context, info);
  }
}

@OwnedBy('networks')
@Resolver(() => Signature)
export class SignatureResolver {
  @FieldResolver(() => City, { nullable, description: 'The signatory.' })
  city(
    @Root() signature: Signature,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.linked(signature, 'city', cityReads, signature.cityId, info);
  }

  @FieldResolver(() => CollectiveAction, { description: 'What was signed.' })
  collectiveAction(
    @Root() signature: Signature,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CollectiveAction | null> {
    return reader.linked(signature, 'collectiveAction', collectiveActionReads, signature.collectiveActionId, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the claim comes from.' })
  source(
    @Root() signature: Signature,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(signature.sourceId, context, info);
  }
}
