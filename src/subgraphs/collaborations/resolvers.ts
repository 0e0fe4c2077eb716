import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { LocaleArg } from '../../graphql/arguments';
import { ForwardPageArgs, PageArgs } from '../../graphql/pages';
import { Locale } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City, CityConnection } from '../cities';
import { Network, networkReads } from '../networks';
import { Collaboration, CollaborationConnection, CollaborationFilter } from './collaboration';
import { PeerConnection } from './peer';
import {
  collaborations,
  collaborationsOfCity,
  collaborationsOfNetwork,
  participants,
  peers,
  peersBySome,
} from './reads';

const nullable = true;

const FilterArg = (): ParameterDecorator =>
  Arg('filter', () => CollaborationFilter, {
    nullable,
    description: 'Which collaborations. Left out: all.',
  }) as ParameterDecorator;

@OwnedBy('collaborations')
@Resolver(() => Collaboration)
export class CollaborationResolver {
  @Query(() => CollaborationConnection, {
    nullable,
    description: 'All collaborations that fit the filter, the latest first; undated ones last.',
  })
  collaborations(
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg() filter: CollaborationFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Collaboration>> {
    return reader.list(collaborations, null, { page, filter }, info);
  }

  @FieldResolver(() => String, { nullable, description: 'What it is called, where it has a name of its own.' })
  title(@Root() collaboration: Localized<Collaboration>, @LocaleArg() locale: string | null): string | null {
    return localizedText(collaboration, 'title', locale);
  }

  @FieldResolver(() => Locale, {
    nullable,
    description:
      'The language that `title` comes in: the wanted one, or what it fell back to. Null where there is no title.',
  })
  contentLocale(@Root() collaboration: Localized<Collaboration>, @LocaleArg() locale: string | null): string | null {
    return localizedText(collaboration, 'contentLocale', locale);
  }

  @FieldResolver(() => Network, { nullable, description: 'The network under which they work together.' })
  network(
    @Root() collaboration: Collaboration,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null> {
    return reader.byRow(networkReads, collaboration.networkId, info);
  }

  @FieldResolver(() => CityConnection, { nullable, description: 'The cities that take part, two or more, by name.' })
  participants(
    @Root() collaboration: Collaboration,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<City>> {
    return reader.list(participants, collaboration.rowId, { page }, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the claim comes from.' })
  source(
    @Root() collaboration: Collaboration,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(collaboration.sourceId, context, info);
  }
}

/** What this module adds to a city. It reads the city's key alone. */
@OwnedBy('collaborations')
@Resolver(() => City)
export class CityCollaborationsResolver {
  @FieldResolver(() => CollaborationConnection, {
    nullable,
    description: 'Collaborations that the city takes part in, the latest first; undated ones last.',
  })
  collaborations(
    @Root() city: City,
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg() filter: CollaborationFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Collaboration>> {
    return reader.list(collaborationsOfCity, city.rowId, { page, filter }, info);
  }

  @FieldResolver(() => PeerConnection, {
    nullable,
    description: 'Cities that this one has collaborated with, strongest ties first.',
  })
  peers(
    @Root() city: City,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @FilterArg() filter: CollaborationFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<City>> {
    return reader.list(filter ? peersBySome : peers, city.rowId, { page, filter }, info);
  }
}

/** What this module adds to a network. */
@OwnedBy('collaborations')
@Resolver(() => Network)
export class NetworkCollaborationsResolver {
  @FieldResolver(() => CollaborationConnection, {
    nullable,
    description: 'Collaborations under the network, the latest first; undated ones last.',
  })
  collaborations(
    @Root() network: Network,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @FilterArg() filter: CollaborationFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Collaboration>> {
    return reader.list(collaborationsOfNetwork, network.rowId, { page, filter }, info);
  }
}
