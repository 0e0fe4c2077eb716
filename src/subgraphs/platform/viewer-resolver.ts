import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { City, cityReads } from '../cities';
import type { Context } from '../context';
import { Network, networkReads } from '../networks';
import { OwnedBy } from '../owned-by';
import { Role, Viewer } from './viewer';

const nullable = true;

@OwnedBy('platform')
@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable, description: 'Who asks; null for anonymous callers.' })
  viewer(@Ctx() { viewer }: Context): Viewer | null {
    if (!viewer) return null;
    const { subject, issuer, roles, city, networks, expiresAt } = viewer;
    return Object.assign(new Viewer(), {
      subject,
      issuer,
      roles: roles.map((role) => Role[role]),
      expiresAt: new Date(expiresAt * 1000).toISOString(),
      cityId: city?.rowId ?? null,
      networkIds: networks.map(({ rowId }) => rowId),
    });
  }

  @FieldResolver(() => City, {
    nullable,
    description:
      'The city that a practitioner acts for; null for others, and where the token names a city that is not here.',
  })
  city(@Root() { cityId }: Viewer, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo): Promise<City | null> {
    return reader.byRow(cityReads, cityId, info);
  }

  @FieldResolver(() => [Network], {
    nullable: 'items',
    description: 'The networks that a manager keeps; empty for others. Those that are not here are left out.',
  })
  networks(
    @Root() { networkIds }: Viewer,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null>[] {
    return networkIds.map((rowId) => reader.byRow(networkReads, rowId, info));
  }
}
