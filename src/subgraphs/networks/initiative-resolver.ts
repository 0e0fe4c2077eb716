import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { LocaleArg } from '../../graphql/arguments';
import { lookup } from '../../graphql/lookup';
import { ForwardPageArgs, PageArgs } from '../../graphql/pages';
import { OwnedBy } from '../owned-by';
import { Initiative, InitiativeConnection, InitiativeFilter } from './initiative';
import { initiatives, networksOfInitiative } from './lists';
import { Network, NetworkConnection } from './network';
import { NetworkFilter, NetworkOrder } from './network-filter';
import { initiativeReads } from './reads';

const nullable = true;

@OwnedBy('networks')
@Resolver(() => Initiative)
export class InitiativeResolver {
  @Query(() => Initiative, {
    nullable,
    description:
      'The initiative area with this id or slug; null where there is none. Exactly one argument is expected.',
  })
  initiative(
    @Arg('id', () => ID, { nullable, description: 'Global id of an initiative area.' }) id: string | null,
    @Arg('slug', () => String, { nullable, description: 'Slug: `adaptation-water`.' }) slug: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Initiative | null> {
    const [property, value] = lookup('initiative', 'Initiative', { id, slug });
    return reader.byKey(initiativeReads, property, value, info);
  }

  @Query(() => InitiativeConnection, { nullable, description: 'All initiative areas that fit the filter, by name.' })
  initiatives(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Arg('filter', () => InitiativeFilter, { nullable, description: 'Which areas. Left out: all.' })
    filter: InitiativeFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Initiative>> {
    return reader.list(initiatives, null, { page, filter }, info);
  }

  @FieldResolver(() => String, { description: 'The name of the area.' })
  name(@Root() initiative: Localized<Initiative>, @LocaleArg() locale: string | null): string {
    return localizedText(initiative, 'name', locale)!;
  }

  @FieldResolver(() => String, { nullable, description: 'What the area is about, in a few sentences.' })
  summary(@Root() initiative: Localized<Initiative>, @LocaleArg() locale: string | null): string | null {
    return localizedText(initiative, 'summary', locale);
  }

  @FieldResolver(() => NetworkConnection, {
    description: 'The networks of the area, by name unless ordered otherwise.',
  })
  networks(
    @Root() initiative: Initiative,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => NetworkFilter, { nullable, description: 'Which networks. Left out: all of the area.' })
    filter: NetworkFilter | null,
    @Arg('orderBy', () => NetworkOrder, { nullable, description: 'Left out: by name.' }) orderBy: NetworkOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Network>> {
    return reader.list(networksOfInitiative, initiative.rowId, { page, filter, orderBy }, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the facts about the area come from.' })
  source(
    @Root() initiative: Initiative,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(initiative.sourceId, context, info);
  }
}
