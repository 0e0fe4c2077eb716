import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { AsOfArg } from '../../graphql/arguments';
import { ForwardPageArgs, PageArgs } from '../../graphql/pages';
import { OwnedBy } from '../owned-by';
import { City, cityReads } from '../cities';
import { Signature, SignatureConnection } from './collective-action';
import { membershipsOfCity, networksOfCity, signaturesOfCity } from './lists';
import { Membership, MembershipConnection } from './membership';
import { Network, NetworkConnection } from './network';
import { NetworkFilter } from './network-filter';
import { networkReads } from './reads';

const nullable = true;

@OwnedBy('networks')
@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => City, { nullable, description: 'The member.' })
  city(
    @Root() membership: Membership,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.linked(membership, 'city', cityReads, membership.cityId, info);
  }

  @FieldResolver(() => Network, { description: 'The network.' })
  network(
    @Root() membership: Membership,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null> {
    return reader.linked(membership, 'network', networkReads, membership.networkId, info);
  }

  @FieldResolver(() => Boolean, {
    nullable,
    description: 'Whether the city is a member today; null where the end is not known.',
  })
  current(@Root() membership: Membership & { current?: boolean | null }): boolean | null {
    return membership.current ?? null;
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the claim comes from.' })
  source(
    @Root() membership: Membership,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(membership.sourceId, context, info);
  }
}

/** What this module adds to a city. It reads the city's key alone. */
@OwnedBy('networks')
@Resolver(() => City)
export class CityNetworksResolver {
  @FieldResolver(() => NetworkConnection, {
    nullable,
    description: 'Networks of which the city is a member on that day, by name.',
  })
  networks(
    @Root() city: City,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => NetworkFilter, { nullable, description: 'Which networks. Left out: all.' })
    filter: NetworkFilter | null,
    @AsOfArg() asOf: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Network>> {
    return reader.list(networksOfCity, city.rowId, { page, filter, asOf }, info);
  }

  @FieldResolver(() => MembershipConnection, {
    nullable,
    description: 'The city’s memberships on that day, the latest first: with role and period.',
  })
  memberships(
    @Root() city: City,
    @Args(() => PageArgs) page: PageArgs,
    @AsOfArg() asOf: string | null,
    @Arg('includeEnded', () => Boolean, {
      defaultValue: false,
      description: 'Also those of other days: the city’s whole history. `asOf` then says nothing.',
    })
    includeEnded: boolean,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Membership>> {
    return reader.list(membershipsOfCity, city.rowId, { page, asOf, includeEnded }, info);
  }

  @FieldResolver(() => SignatureConnection, {
    nullable,
    description: 'What the city signed, the latest first; withdrawn signatures are among them.',
  })
  signatures(
    @Root() city: City,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Signature>> {
    return reader.list(signaturesOfCity, city.rowId, { page }, info);
  }
}
