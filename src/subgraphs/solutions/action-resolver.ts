import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { LocaleArg } from '../../graphql/arguments';
import { PageArgs } from '../../graphql/pages';
import { Locale } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City, cityReads } from '../cities';
import { Network } from '../networks';
import { Action, ActionConnection, ActionFilter } from './action';
import { actions, influencesOfAction } from './lists';
import { actionReads } from './reads';

const nullable = true;

@OwnedBy('solutions')
@Resolver(() => Action)
export class ActionResolver {
  @Query(() => ActionConnection, {
    nullable,
    description: 'All reported actions that fit the filter, the latest first.',
  })
  actions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ActionFilter, { nullable, description: 'Which actions. Left out: all.' })
    filter: ActionFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Action>> {
    return reader.list(actions, null, { page, filter }, info);
  }

  @FieldResolver(() => City, { nullable, description: 'The city that reported it.' })
  city(@Root() action: Action, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo): Promise<City | null> {
    return reader.byRow(cityReads, action.cityId, info);
  }

  @FieldResolver(() => String, { description: 'What the city does.' })
  title(@Root() action: Localized<Action>, @LocaleArg() locale: string | null): string {
    return localizedText(action, 'title', locale)!;
  }

  @FieldResolver(() => Locale, {
    description: 'The language that `title` comes in: the wanted one, or what it fell back to.',
  })
  contentLocale(@Root() action: Localized<Action>, @LocaleArg() locale: string | null): string {
    return localizedText(action, 'contentLocale', locale)!;
  }

  @FieldResolver(() => [Network], {
    nullable: 'items',
    description: 'The networks that had a part in it, as the report names them, by name.',
  })
  influencedBy(
    @Root() action: Action,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network[]> {
    return reader.many(influencesOfAction, action.rowId, { page: {} }, info);
  }

  @FieldResolver(() => Action, {
    nullable,
    description: 'The earlier report on the same action that this one takes the place of.',
  })
  revisionOf(
    @Root() action: Action,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Action | null> {
    return reader.byRow(actionReads, action.revisionOfId, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the claim comes from.' })
  source(@Root() action: Action, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Source | null> {
    return readSource(action.sourceId, context, info);
  }
}
